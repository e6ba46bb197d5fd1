package org.parley.ui.common;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.parley.directory.Host;
import org.parley.directory.Ports;
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
    if (text.isBlank()) {
      return Reading.wrong(ui.word("ui.fault.port.empty"));
    }
    OptionalInt port = Ports.parse(text.strip());
    return port.isPresent()
        ? Reading.of(port.getAsInt())
        : Reading.wrong(ui.word("ui.fault.port.range"));
  }

  /** An IPv4 or IPv6 address or a host name. */
  public static Reading<Host> host(String text, UiContext ui) {
    if (text.isBlank()) {
      return Reading.wrong(ui.word("ui.fault.host.empty"));
    }
    Host host = Host.parse(text);
    return host == null ? Reading.wrong(ui.word("ui.fault.host.invalid")) : Reading.of(host);
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
