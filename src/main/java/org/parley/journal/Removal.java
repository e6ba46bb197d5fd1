package org.parley.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.RemovalRefusedException.Reason;
import org.parley.journal.StoredEntry.Condition;
import org.parley.json.Base64Text;

/**
 * Takes a message's content out: the row keeps its place and its leaf, so the tree stays what it
 * was and old proofs stay right, but what it sealed is gone. A local row of the same transaction
 * says so; without it an emptied row is a finding, since anybody with the file could empty one.
 */
final class Removal {
  private final JournalParts parts;
  private final RowCheck check;
  private final EntrySealer sealer;
  private final SeenTags tags;
  private final JournalSnapshot snapshot;

  Removal(
      JournalParts parts,
      RowCheck check,
      EntrySealer sealer,
      SeenTags tags,
      JournalSnapshot snapshot) {
    this.parts = parts;
    this.check = check;
    this.sealer = sealer;
    this.tags = tags;
    this.snapshot = snapshot;
  }

  /**
   * What takes the content out.
   *
   * @param emptied the row over nothing, under a tag that says so
   * @param noted the local row that names it
   */
  record Step(SealedRow emptied, Entry noted) {}

  Step of(long seq) throws JournalException {
    List<SealedRow> rows = snapshot.rows(seq, 1);
    if (rows.isEmpty() || rows.get(0).seq() != seq) {
      throw new RemovalRefusedException(seq, Reason.NO_ROW);
    }
    // Checked as whenever a row is read: what is damaged is evidence, and is not to be covered up.
    CheckedRow row = check.check(rows.get(0));
    if (row.condition() == Condition.DAMAGED) {
      throw new RemovalRefusedException(seq, Reason.DAMAGED);
    }
    Entry entry = row.entry();
    if (entry == null) {
      throw new RemovalRefusedException(seq, Reason.REMOVED);
    }
    if (!entry.isMessage()) {
      throw new RemovalRefusedException(seq, Reason.NO_MESSAGE);
    }
    byte[] leaf = row.row().leaf();
    byte[] nothing = new byte[0];
    SealedRow emptied = new SealedRow(seq, nothing, sealer.tag(seq, leaf, nothing), leaf);
    return new Step(emptied, noted(seq, entry));
  }

  private Entry noted(long seq, Entry removed) {
    Instant now = parts.clock().wall().instant();
    return new Entry(
        now,
        Direction.LOCAL,
        removed.peer(),
        null,
        null,
        LocalTypes.REMOVE,
        removed.id(),
        null,
        Outcomes.NOTED,
        null,
        null,
        textTag(seq, removed),
        null,
        seq);
  }

  // A peer that sends a removed message again is still to hear that it is stored, and it must not
  // turn up anew: the tag of its text, which tells nothing of it, outlives the text.
  private @Nullable String textTag(long seq, Entry removed) {
    SeenRow seen = tags.rowOf(seq, removed);
    return seen == null ? null : Base64Text.encode(seen.textTag());
  }
}
