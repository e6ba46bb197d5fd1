package org.parley.app.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arguments and environment as they were given. Under a locale that is not UTF-8 Java turns every
 * byte of them that is not ASCII into U+FFFD, and a message would be sent mutilated; where the
 * system shows the bytes (Linux: /proc/self) they are read again as UTF-8.
 */
public final class NativeText {
  private static final char LOST = '\uFFFD';
  private static final Path ARGUMENTS = Path.of("/proc/self/cmdline");
  private static final Path ENVIRONMENT = Path.of("/proc/self/environ");

  private NativeText() {}

  /** The arguments, mended where possible. */
  public static String[] arguments(String[] given) {
    boolean lost = false;
    for (String argument : given) {
      lost |= argument.indexOf(LOST) >= 0;
    }
    return lost ? mended(given, read(ARGUMENTS)) : given;
  }

  /**
   * The last of the system's arguments, each only where it is the given one but for what is lost.
   */
  static String[] mended(String[] given, List<byte[]> system) {
    String[] mended = given.clone();
    int before = system.size() - given.length;
    for (int i = 0; i < given.length && before >= 0; i++) {
      mended[i] = sameButForLost(given[i], system.get(before + i));
    }
    return mended;
  }

  static @Nullable String environment(@Nullable String name) {
    String value = name == null ? null : System.getenv(name);
    if (value == null || value.indexOf(LOST) < 0) {
      return value;
    }
    byte[] prefix = (name + "=").getBytes(StandardCharsets.UTF_8);
    for (byte[] entry : read(ENVIRONMENT)) {
      if (startsWith(entry, prefix)) {
        byte[] bytes = java.util.Arrays.copyOfRange(entry, prefix.length, entry.length);
        return sameButForLost(value, bytes);
      }
    }
    return value;
  }

  private static String sameButForLost(String given, byte[] bytes) {
    if (given.length() != bytes.length) {
      return given; // another program's arguments, such as a launcher's that quotes ours
    }
    for (int i = 0; i < bytes.length; i++) {
      if (given.charAt(i) != (bytes[i] < 0 ? LOST : bytes[i])) {
        return given;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return given;
    }
  }

  private static boolean startsWith(byte[] text, byte[] prefix) {
    return text.length >= prefix.length
        && java.util.Arrays.equals(text, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static List<byte[]> read(Path file) {
    List<byte[]> texts = new ArrayList<>();
    try {
      byte[] all = Files.readAllBytes(file);
      int from = 0;
      for (int i = 0; i < all.length; i++) {
        if (all[i] == 0) {
          texts.add(java.util.Arrays.copyOfRange(all, from, i));
          from = i + 1;
        }
      }
    } catch (IOException e) {
      return List.of(); // no such file on this system: what Java gave is all there is
    }
    return texts;
  }
}
