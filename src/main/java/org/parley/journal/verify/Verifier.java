package org.parley.journal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Anchors;
import org.parley.journal.Examination;
import org.parley.journal.Finding;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.Progress;
import org.parley.journal.SeenTags;
import org.parley.journal.StateCheck;

/** Verifies a journal as it is at one point in time, while it goes on. One run at a time. */
public final class Verifier {
  private final Journal journal;
  private final StateCheck seals;

  /** Of that journal; {@code seals} says which rows of STATE are as they were sealed. */
  public Verifier(Journal journal, StateCheck seals) {
    this.journal = journal;
    this.seals = seals;
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
      Run first = run(snapshot, anchors, Set.of(), progress);
      if (first == null || first.result().unlisted() == 0 || first.result().accepted().isEmpty()) {
        return first == null ? null : verification(first);
      }
      // So much is wrong that not all of it was listed, and some of it is accepted: which, the rows
      // after it said. The list is for what is not.
      Run second = run(snapshot, anchors, first.result().accepted(), progress);
      return second == null ? null : verification(second);
    }
  }

  private record Run(Examination.Result result, long seenWrong) {}

  private @Nullable Run run(
      JournalSnapshot snapshot, Anchors.Both anchors, Set<String> accepted, Progress progress)
      throws JournalException {
    SeenCheck seen = new SeenCheck(new SeenTags(journal.parts().keys()), snapshot);
    Examination.Result result =
        new Examination(journal.parts().keys(), snapshot, anchors)
            .whole(accepted, seals, seen::add, progress);
    return result == null ? null : new Run(result, seen.wrong());
  }

  private static Verification verification(Run run) {
    Examination.Result result = run.result();
    List<Finding> open = new ArrayList<>();
    List<Finding> accepted = new ArrayList<>();
    for (Finding finding : result.findings()) {
      (result.accepted().contains(finding.mark()) ? accepted : open).add(finding);
    }
    return new Verification(
        result.end(), result.root(), open, result.unlisted(), accepted, run.seenWrong());
  }
}
