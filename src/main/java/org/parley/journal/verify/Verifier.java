package org.parley.journal.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Anchors;
import org.parley.journal.CheckedRow;
import org.parley.journal.Entry;
import org.parley.journal.Examination;
import org.parley.journal.Finding;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.Progress;
import org.parley.journal.SeenRow;
import org.parley.journal.SeenTags;

/** Verifies a journal as it is at one point in time, while it goes on. One run at a time. */
public final class Verifier {
  private final Journal journal;

  /** Of that journal. */
  public Verifier(Journal journal) {
    this.journal = journal;
  }

  /**
   * Verifies all of it, page by page.
   *
   * @return null where it was cancelled
   * @throws JournalException where the database could not be read; what was read so far says
   *     nothing
   */
  public @Nullable Verification run(Progress progress) throws JournalException {
    // The anchors first: read after the snapshot they could be ahead of it.
    Anchors.Both anchors = journal.parts().anchors().read(journal.parts().keys());
    try (JournalSnapshot snapshot = journal.snapshot()) {
      SeenCheck seen = new SeenCheck(new SeenTags(journal.parts().keys()), snapshot);
      Examination.Result result =
          new Examination(journal.parts().keys(), snapshot, anchors).whole(seen::add, progress);
      return result == null ? null : verification(result, seen.wrong);
    }
  }

  private static Verification verification(Examination.Result result, int seenWrong) {
    List<Finding> open = new ArrayList<>();
    List<Finding> accepted = new ArrayList<>();
    for (Finding finding : result.findings()) {
      (result.accepted().contains(finding.mark()) ? accepted : open).add(finding);
    }
    return new Verification(result.end(), result.root(), open, accepted, seenWrong);
  }

  /** Compares SEEN with what the rows say it must hold. */
  private static final class SeenCheck {
    private final SeenTags tags;
    private final JournalSnapshot snapshot;
    private int wrong;

    SeenCheck(SeenTags tags, JournalSnapshot snapshot) {
      this.tags = tags;
      this.snapshot = snapshot;
    }

    void add(CheckedRow row) throws JournalException {
      Entry entry = row.entry();
      SeenRow due = entry == null ? null : tags.rowOf(row.row().seq(), entry);
      if (due != null) {
        SeenRow there = snapshot.seen(due.idTag());
        wrong += there == null || !Arrays.equals(there.textTag(), due.textTag()) ? 1 : 0;
      }
    }
  }
}
