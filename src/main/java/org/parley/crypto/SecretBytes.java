package org.parley.crypto;

import java.util.Arrays;

/**
 * A secret of fixed length that is wiped when closed.
 *
 * <p>Why a type of its own: a bare array ends up in a {@code toString}, an exception or a heap that
 * nobody cleans. This one prints as nothing, compares in constant time and is used in
 * try-with-resources. After {@link #close()} every use throws {@link IllegalStateException}, which
 * is a bug of the caller.
 *
 * <p>Guarantee and its limit: the bytes held here are zeroed by {@code close}. Copies that the
 * garbage collector or a primitive's implementation made are out of reach.
 */
public final class SecretBytes implements AutoCloseable {
  private final byte[] bytes;
  private volatile boolean closed;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies the bytes; the caller still owns, and wipes, its own array. */
  public static SecretBytes copyOf(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  /** Takes the array over: the caller must not use it any more. */
  public static SecretBytes taking(byte[] bytes) {
    return new SecretBytes(bytes);
  }

  /** The array itself, not a copy, for a primitive to read; it must not be kept or changed. */
  public byte[] expose() {
    if (closed) {
      throw new IllegalStateException("secret used after it was wiped");
    }
    return bytes;
  }

  /** A copy with a life of its own. */
  public SecretBytes copy() {
    return copyOf(expose());
  }

  /** A copy of the bytes {@code from} (inclusive) to {@code to} (exclusive). */
  public SecretBytes slice(int from, int to) {
    if (from < 0 || to > bytes.length || from > to) {
      throw new IllegalArgumentException("slice outside the secret");
    }
    return new SecretBytes(Arrays.copyOfRange(expose(), from, to));
  }

  /** Length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** Whether both hold the same bytes; takes the same time wherever they differ. */
  public boolean sameAs(SecretBytes other) {
    return ConstantTime.equal(expose(), other.expose());
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "SecretBytes[redacted]";
  }
}
