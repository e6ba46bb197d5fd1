package org.parley.ui.common;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;

/** What forms ask in several places: names, ports and paths, and the sentence for a wrong one. */
public final class FormRules {
  private FormRules() {}

  /**
   * What somebody typed: a usable value, or the sentence that says what is wrong.
   *
   * @param value empty where there is a fault
   * @param fault empty where there is a value
   */
  public record Reading<T>(Optional<T> value, Optional<String> fault) {
    /** A usable value. */
    public static <T> Reading<T> of(T value) {
      return new Reading<>(Optional.of(value), Optional.empty());
    }

    /** What is wrong. */
    public static <T> Reading<T> wrong(String sentence) {
      return new Reading<>(Optional.empty(), Optional.of(sentence));
    }
  }

  /** A peer's name, brought to NFC. */
  public static Reading<PeerName> name(String text, UiContext ui) {
    try {
      return Reading.of(PeerName.normalise(text.strip()));
    } catch (InvalidNameException e) {
      return Reading.wrong(ui.word("ui.fault.name." + e.rule()));
    }
  }

  /** A TCP port, 1 to 65535. */
  public static Reading<Integer> port(String text, UiContext ui) {
    String digits = text.strip();
    if (digits.isEmpty()) {
      return Reading.wrong(ui.word("ui.fault.port.empty"));
    }
    if (!digits.matches("[0-9]{1,5}") || !isPort(Integer.parseInt(digits))) {
      return Reading.wrong(ui.word("ui.fault.port.range"));
    }
    return Reading.of(Integer.parseInt(digits));
  }

  /** An IPv4 or IPv6 address or a host name; a port behind it belongs into its own field. */
  public static Reading<String> host(String text, UiContext ui) {
    String host = text.strip();
    if (host.isEmpty()) {
      return Reading.wrong(ui.word("ui.fault.host.empty"));
    }
    if (!isHost(host)) {
      return Reading.wrong(ui.word("ui.fault.host.invalid"));
    }
    return Reading.of(host);
  }

  private static boolean isHost(String text) {
    return text.matches("[0-9A-Za-z]([0-9A-Za-z._-]{0,251}[0-9A-Za-z])?\\.?")
        || (text.contains(":") && text.matches("[0-9a-fA-F:.]{2,45}(%[0-9A-Za-z._-]{1,32})?"));
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 65535;
  }

  /** A path, made absolute. */
  public static Reading<Path> path(String text, UiContext ui) {
    if (text.isBlank()) {
      return Reading.wrong(ui.word("ui.fault.path.empty"));
    }
    try {
      return Reading.of(Path.of(text.strip()).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Reading.wrong(ui.word("ui.fault.path.invalid"));
    }
  }
}
