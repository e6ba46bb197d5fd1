package org.parley.journal;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.AesCbc;
import org.parley.crypto.CryptoException;
import org.parley.crypto.PreparedAesCbc;
import org.parley.crypto.PreparedHmac;
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

  /** The prepared keys, which one thread at a time can use. */
  private record Tools(PreparedHmac tag, PreparedHmac commit, PreparedAesCbc cipher) {}

  private final JournalKeys keys;
  private final byte[] journal;
  private final RandomSource random;
  // As many as threads ever worked at once. What is prepared lives as long as the journal's keys
  // do: whoever has this has those.
  private final ConcurrentLinkedQueue<Tools> idle = new ConcurrentLinkedQueue<>();

  /** With the journal's keys; the random source gives IVs. */
  public EntrySealer(JournalKeys keys, RandomSource random) {
    this.keys = keys;
    this.journal = keys.journalBytes();
    this.random = random;
  }

  private <T> T with(Function<Tools, T> work) {
    Tools tools = take();
    T result = work.apply(tools);
    idle.add(tools); // not where the work threw: what state it left them in is not known
    return result;
  }

  private Tools take() {
    byte[] unused = keys.tag().expose(); // refuses once the keys are wiped
    Tools tools = idle.poll();
    return tools != null
        ? tools
        : new Tools(
            new PreparedHmac(keys.tag()),
            new PreparedHmac(keys.commit()),
            new PreparedAesCbc(keys.encrypt()));
  }

  /** The row of that record at that place. */
  public SealedRow seal(long seq, byte[] record) {
    byte[] iv = random.bytes(AesCbc.BLOCK);
    return with(
        tools -> {
          byte[] sealed = tools.cipher().encrypt(iv, record);
          byte[] leaf = leaf(seq, salt(tools, seq), record);
          return new SealedRow(seq, sealed, tag(tools, seq, leaf, sealed), leaf);
        });
  }

  private byte[] salt(Tools tools, long seq) {
    return tools.commit().of(journal, Bytes.u64(seq));
  }

  /**
   * What is in a row, as far as it can be believed.
   *
   * @param tagFits whether the tag is right for the row's place
   * @param record null where it is not, or the row was emptied
   * @param leafFits whether the leaf is the record's
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Opened(boolean tagFits, byte @Nullable [] record, boolean leafFits) {}

  /** Checks the tag, and only then decrypts. */
  Opened open(SealedRow row) throws CryptoException {
    Tools tools = take();
    try {
      if (!tagFits(tools, row, row.seq())) {
        return new Opened(false, null, false);
      }
      if (row.sealed().length == 0) {
        return new Opened(true, null, false);
      }
      byte[] record = tools.cipher().decrypt(row.sealed());
      byte[] leaf = leaf(row.seq(), salt(tools, row.seq()), record);
      return new Opened(true, record, Arrays.equals(leaf, row.leaf()));
    } finally {
      idle.add(tools); // each use begins with the IV anew, after a wrong padding too
    }
  }

  /**
   * What the salt of a record is: it keeps its leaf from giving a short message away to somebody
   * who guesses, and handing out one gives away no other.
   */
  public byte[] salt(long seq) {
    return with(tools -> salt(tools, seq));
  }

  /** The leaf hash of that record at that place (RFC 6962 section 2.1). */
  public byte[] leaf(long seq, byte[] record) {
    return leaf(seq, salt(seq), record);
  }

  /** The same for whoever was given the salt, without the keys. */
  public static byte[] leaf(long seq, byte[] salt, byte[] record) {
    return Sha256.of(LEAF, Bytes.u64(seq), Sha256.of(salt, record));
  }

  private byte[] tag(Tools tools, long seq, byte[] leaf, byte[] sealed) {
    return tools.tag().of(TAG_LABEL, journal, Bytes.u64(seq), leaf, sealed);
  }

  /** The tag binds sealed and leaf to each other, to their place and to this journal. */
  byte[] tag(long seq, byte[] leaf, byte[] sealed) {
    return with(tools -> tag(tools, seq, leaf, sealed));
  }

  /** Whether the row's tag is right for that place; checked whenever a row is read. */
  public boolean tagFits(SealedRow row, long seq) {
    return with(tools -> tagFits(tools, row, seq));
  }

  private boolean tagFits(Tools tools, SealedRow row, long seq) {
    // A leaf of another length would let bytes pass from it to sealed under one tag.
    return row.leaf().length == MerkleTree.HASH_SIZE
        && tools
            .tag()
            .verify(row.tag(), TAG_LABEL, journal, Bytes.u64(seq), row.leaf(), row.sealed());
  }

  /** The record; only to be called once the tag is known to fit, else what comes is worthless. */
  public byte[] record(SealedRow row) throws CryptoException {
    Tools tools = take();
    try {
      return tools.cipher().decrypt(row.sealed());
    } finally {
      idle.add(tools); // each use begins with the IV anew, after a wrong padding too
    }
  }
}
