package org.parley.directory;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A contact's password. Wiped when closed, and never printed.
 *
 * <p>The limit: a file's JSON passes through strings while it is read and written, which only the
 * garbage collector removes.
 */
public final class Password implements AutoCloseable {
  private final char[] chars;
  private volatile boolean closed;

  private Password(char[] chars) {
    this.chars = chars;
  }

  /** Copies the characters; the caller wipes its own. */
  public static Password of(char[] chars) {
    return new Password(chars.clone());
  }

  static Password ofText(String text) {
    return new Password(text.toCharArray());
  }

  private char[] expose() {
    if (closed) {
      throw new IllegalStateException("password used after it was wiped");
    }
    return chars;
  }

  /** A copy of the characters, which the caller wipes. */
  public char[] chars() {
    return expose().clone();
  }

  /** A copy with a life of its own. */
  public Password copy() {
    return of(expose());
  }

  /** For a text that is about to be written. */
  String text() {
    return new String(expose());
  }

  /** Whether it has no character. */
  public boolean isEmpty() {
    return chars.length == 0;
  }

  /** Whether it has bytes to be hashed: no half of a surrogate pair. */
  boolean encodable() {
    return StandardCharsets.UTF_8.newEncoder().canEncode(CharBuffer.wrap(expose()));
  }

  /** Whether both have the same characters; takes the same time wherever they differ. */
  public boolean sameAs(Password other) {
    char[] a = expose();
    char[] b = other.expose();
    int difference = a.length ^ b.length;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      difference |= a[i] ^ b[i];
    }
    return difference == 0;
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(chars, '\0');
  }

  @Override
  public String toString() {
    return "Password[redacted]";
  }
}
