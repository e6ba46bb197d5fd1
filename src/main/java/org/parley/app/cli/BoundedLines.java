package org.parley.app.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 from a stream that may hold anything: none is kept beyond its limit. */
final class BoundedLines {
  /** A line as it came: its text, or null where it was too long or no UTF-8. */
  record Line(@Nullable String text) {}

  private final InputStream in;
  private final int limit;

  /** With the most bytes of a line. */
  BoundedLines(InputStream in, int limit) {
    this.in = new BufferedInputStream(in);
    this.limit = limit;
  }

  /** The next line without its end; null at the end of the stream. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean tooLong = false;
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (bytes.size() < limit) {
        bytes.write(c);
      } else {
        tooLong = true;
      }
    }
    return new Line(tooLong ? null : decoded(bytes.toByteArray()));
  }

  private static @Nullable String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
