package org.parley.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.h2.security.SHA256;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.parley.crypto.AesXts;

/**
 * A file as H2's {@code CIPHER=AES} writes it, but read with the platform's AES, which the
 * processor helps with: H2's own, in Java, takes 70 µs for a page where this takes 4. Writing is
 * H2's.
 *
 * <pre>
 * file = "H2encrypt" ‖ LF ‖ salt (8 bytes) ‖ zeros up to 4,096 bytes ‖ data units of 4,096 bytes
 * key  = PBKDF2-HMAC-SHA256(password as H2 hands it on, salt, 10 rounds, 16 bytes)
 * </pre>
 */
final class CipherFile extends FileEncrypt {
  /** Bytes before the first data unit. */
  static final int HEADER = 4096;

  private static final int SALT_AT = 10;
  private static final int SALT_SIZE = 8;
  private static final int ROUNDS = 10;

  private final FileChannel base;
  private final AesXts cipher;

  /**
   * That file, which gets a header where it is empty.
   *
   * @param password as {@link CipherPath} makes it; stays the caller's
   */
  CipherFile(String name, byte[] password, FileChannel base) throws IOException {
    super(name, password.clone(), base);
    this.base = base;
    long unused = size(); // has the header written where there is none
    byte[] salt = new byte[SALT_SIZE];
    readFully(ByteBuffer.wrap(salt), SALT_AT);
    // A copy, since H2 wipes what it is given.
    byte[] key = SHA256.getPBKDF2(password.clone(), salt, ROUNDS, AesXts.KEY_SIZE);
    this.cipher = new AesXts(key);
    Arrays.fill(key, (byte) 0);
  }

  /** The file as it lies on the disk. */
  FileChannel base() {
    return base;
  }

  private void readFully(ByteBuffer to, long position) throws IOException {
    while (to.hasRemaining()) {
      if (base.read(to, position + to.position()) < 0) {
        throw new EOFException();
      }
    }
  }

  // As in H2's own files: places do not depend on one another.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  @Override
  public int read(ByteBuffer to, long position) throws IOException {
    if (position < 0) {
      throw new IllegalArgumentException("a place before the file's beginning");
    }
    long size = size();
    if (!to.hasRemaining()) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    int length = (int) Math.min(to.remaining(), size - position);
    int before = (int) (position % AesXts.UNIT);
    int whole = Math.addExact(before + length, AesXts.UNIT - 1) / AesXts.UNIT * AesXts.UNIT;
    byte[] units = new byte[whole];
    readFully(ByteBuffer.wrap(units), HEADER + position - before);
    cipher.decrypt(position / AesXts.UNIT, units);
    to.put(units, before, length);
    return length;
  }
}
