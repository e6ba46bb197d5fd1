package org.parley.json;

import java.io.Reader;
import java.util.Objects;

/**
 * A text for org.json to read, which it does a character at a time: {@link java.io.StringReader}
 * takes a lock for each, which made parsing four times as slow. For one thread.
 */
final class TextReader extends Reader {
  private final String text;
  private int at;
  private int mark;

  TextReader(String text) {
    this.text = text;
  }

  @Override
  public int read() {
    return at < text.length() ? text.charAt(at++) : -1;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (at == text.length()) {
      return -1;
    }
    int count = Math.min(length, text.length() - at);
    text.getChars(at, at + count, buffer, offset);
    at += count;
    return count;
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int ahead) {
    mark = at;
  }

  @Override
  public void reset() {
    at = mark;
  }

  @Override
  public void close() {}
}
