package org.parley.journal;

import java.util.Arrays;
import org.parley.crypto.AesCbc;
import org.parley.crypto.CryptoException;
import org.parley.crypto.HmacSha256;
import org.parley.crypto.RandomSource;
import org.parley.crypto.Sha256;

/**
 * Makes a record a row and back: sealed, leaf and tag as the package's documentation gives them.
 * Any thread.
 */
public final class EntrySealer {
  /** The most bytes of a record: what the column holds, less IV and padding. */
  public static final int MAX_RECORD = 1024 * 1024 - 64;

  private static final byte[] TAG_LABEL = Bytes.ascii("parley/row/1");
  private static final byte[] LEAF = {0};

  private final JournalKeys keys;
  private final RandomSource random;

  /** With the journal's keys; the random source gives IVs. */
  public EntrySealer(JournalKeys keys, RandomSource random) {
    this.keys = keys;
    this.random = random;
  }

  /** The row of that record at that place. */
  public SealedRow seal(long seq, byte[] record) {
    byte[] iv = random.bytes(AesCbc.BLOCK);
    byte[] cipher = AesCbc.encrypt(keys.encrypt(), iv, record);
    byte[] sealed = Arrays.copyOf(iv, iv.length + cipher.length);
    System.arraycopy(cipher, 0, sealed, iv.length, cipher.length);
    byte[] leaf = leaf(seq, record);
    return new SealedRow(seq, sealed, tag(seq, leaf, sealed), leaf);
  }

  /**
   * What the salt of a record is: it keeps its leaf from giving a short message away to somebody
   * who guesses, and handing out one gives away no other.
   */
  public byte[] salt(long seq) {
    return HmacSha256.of(keys.commit(), keys.journalBytes(), Bytes.u64(seq));
  }

  /** The leaf hash of that record at that place (RFC 6962 section 2.1). */
  public byte[] leaf(long seq, byte[] record) {
    return leaf(seq, salt(seq), record);
  }

  /** The same for whoever was given the salt, without the keys. */
  public static byte[] leaf(long seq, byte[] salt, byte[] record) {
    return Sha256.of(LEAF, Bytes.u64(seq), Sha256.of(salt, record));
  }

  /** The tag binds sealed and leaf to each other, to their place and to this journal. */
  byte[] tag(long seq, byte[] leaf, byte[] sealed) {
    return HmacSha256.of(keys.tag(), TAG_LABEL, keys.journalBytes(), Bytes.u64(seq), leaf, sealed);
  }

  /** Whether the row's tag is right for that place; checked whenever a row is read. */
  public boolean tagFits(SealedRow row, long seq) {
    // A leaf of another length would let bytes pass from it to sealed under one tag.
    return row.leaf().length == MerkleTree.HASH_SIZE
        && HmacSha256.verify(
            keys.tag(),
            row.tag(),
            TAG_LABEL,
            keys.journalBytes(),
            Bytes.u64(seq),
            row.leaf(),
            row.sealed());
  }

  /** The record; only to be called once the tag is known to fit, else what comes is worthless. */
  public byte[] record(SealedRow row) throws CryptoException {
    byte[] iv = Arrays.copyOf(row.sealed(), AesCbc.BLOCK);
    return AesCbc.decrypt(keys.encrypt(), iv, row.sealed(), AesCbc.BLOCK);
  }
}
