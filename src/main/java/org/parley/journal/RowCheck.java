package org.parley.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.parley.crypto.AesCbc;
import org.parley.crypto.CryptoException;
import org.parley.crypto.RandomSource;
import org.parley.journal.StoredEntry.Condition;
import org.parley.json.JsonException;

/** Checks one row, and says of a damaged one what probably happened to it. Any thread. */
public final class RowCheck {
  // Any of these in the decrypted bytes of a damaged row shows that our key encrypted the rest.
  private static final List<String> MEMBERS =
      List.of("\"direction\":\"", "\"msg_type\":\"", "\"outcome\":\"", "\"pdu_size\":");

  private final JournalKeys keys;
  private final EntrySealer sealer;

  /** With the keys of the journal that the rows are of; they stay the caller's. */
  public RowCheck(JournalKeys keys) {
    this.keys = keys;
    // Nothing is sealed here: there is no use for random bytes.
    this.sealer = new EntrySealer(keys, RandomSource.secure());
  }

  /**
   * The tag, the record and its leaf. The leaf of a row whose tag is right can only be wrong by our
   * own fault, but a log that is to be shown to others is checked for that, too.
   */
  public CheckedRow check(SealedRow row) {
    try {
      EntrySealer.Opened opened = sealer.open(row);
      if (!opened.tagFits()) {
        return new CheckedRow(row, Condition.DAMAGED, null, FindingDetail.TAG);
      }
      byte[] record = opened.record();
      if (record == null) {
        return new CheckedRow(row, Condition.REMOVED, null, null);
      }
      if (opened.leafFits()) {
        return new CheckedRow(row, Condition.INTACT, Entry.parse(record), null);
      }
    } catch (CryptoException | JsonException | IllegalArgumentException e) {
      // Reported below: whatever it was, the content is not what a row of ours holds.
    }
    return new CheckedRow(row, Condition.DAMAGED, null, FindingDetail.RECORD);
  }

  static String mark(SealedRow row) {
    return Bytes.mark("row", Bytes.u64(row.seq()), row.sealed(), row.tag(), row.leaf());
  }

  /**
   * Names the damage of a row whose check failed.
   *
   * @param elsewhere whether the tag is right for that other place, among those worth asking about
   * @param leafProven whether the head proves the row's leaf, so that the row was ours
   */
  Finding diagnose(CheckedRow damaged, boolean elsewhere, boolean leafProven) {
    SealedRow row = damaged.row();
    String mark = mark(row);
    if (damaged.failed() == FindingDetail.RECORD) {
      return Finding.at(FindingKind.MODIFIED, row.seq(), FindingDetail.RECORD, mark);
    }
    if (elsewhere) {
      return Finding.at(FindingKind.MISPLACED, row.seq(), FindingDetail.PLACE, mark);
    }
    if (leafProven || isOurs(row)) {
      return Finding.at(FindingKind.MODIFIED, row.seq(), FindingDetail.TAG, mark);
    }
    return Finding.at(FindingKind.FOREIGN, row.seq(), FindingDetail.NOT_OURS, mark);
  }

  /** Whether the row's tag is right for that other place. */
  boolean fitsAt(SealedRow row, long place) {
    return place != row.seq() && sealer.tagFits(row, place);
  }

  private boolean isOurs(SealedRow row) {
    if (row.sealed().length == 0) {
      return true; // emptied without a new tag: nothing else can be said of it
    }
    try {
      byte[] record = sealer.record(row);
      Entry.parse(record);
      byte[] leaf = sealer.leaf(row.seq(), record);
      // The record is whole: either the leaf still fits it, or the tag fits with the leaf put
      // right.
      // Where neither does, it is a row of another journal under the same keys.
      return Arrays.equals(leaf, row.leaf())
          || sealer.tagFits(new SealedRow(row.seq(), row.sealed(), row.tag(), leaf), row.seq());
    } catch (CryptoException | JsonException | IllegalArgumentException e) {
      return looksLikeRecord(row.sealed());
    }
  }

  // CBC confines damage to two blocks: the others still show the members of a record. The padding
  // may be among the damaged, so a block of right padding is put behind the ciphertext.
  private boolean looksLikeRecord(byte[] sealed) {
    int whole = sealed.length / AesCbc.BLOCK * AesCbc.BLOCK;
    if (whole < 2 * AesCbc.BLOCK) {
      return false;
    }
    byte[] last = Arrays.copyOfRange(sealed, whole - AesCbc.BLOCK, whole);
    byte[] padding = AesCbc.encrypt(keys.encrypt(), last, new byte[0]);
    byte[] padded = Arrays.copyOf(sealed, whole + padding.length);
    System.arraycopy(padding, 0, padded, whole, padding.length);
    try {
      byte[] iv = Arrays.copyOf(sealed, AesCbc.BLOCK);
      String text =
          new String(
              AesCbc.decrypt(keys.encrypt(), iv, padded, AesCbc.BLOCK),
              StandardCharsets.ISO_8859_1);
      return MEMBERS.stream().anyMatch(text::contains);
    } catch (CryptoException e) {
      throw new IllegalStateException("the padding was put there right", e);
    }
  }
}
