package org.parley.app.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first line of a password file, in UTF-8 and without its line break. */
final class FirstLine {
  /** No password is longer; more is some other file. In bytes. */
  private static final int LIMIT = 4096;

  private FirstLine() {}

  /**
   * The line, possibly empty; the caller wipes it. The file may be a pipe.
   *
   * @throws IOException where it cannot be read, is no UTF-8 or too long; its message is a sentence
   *     part that names no content
   */
  static char[] of(Path file) throws IOException {
    byte[] bytes = new byte[LIMIT + 1];
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(bytes, 0, bytes.length);
      int end = 0;
      while (end < length && bytes[end] != '\n') {
        end++;
      }
      if (end > LIMIT) {
        throw new IOException("its first line is too long");
      }
      if (end > 0 && bytes[end - 1] == '\r') {
        end--;
      }
      return decoded(ByteBuffer.wrap(bytes, 0, end));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static char[] decoded(ByteBuffer bytes) throws IOException {
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes);
      char[] line = new char[decoded.remaining()];
      decoded.get(line);
      Arrays.fill(decoded.array(), '\0');
      return line;
    } catch (CharacterCodingException e) {
      throw new IOException("its first line is not UTF-8", e);
    }
  }
}
