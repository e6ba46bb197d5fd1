package org.parley.app.profile;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Journal;
import org.parley.journal.Receipt;
import org.parley.settings.StateChange;

/** Changes of the sealed state into the journal's batches. Safe for use by several threads. */
final class StateWriter {
  private final Journal journal;

  StateWriter(Journal journal) {
    this.journal = journal;
  }

  /** Hands the change to the writer; the future completes once it is committed. */
  CompletableFuture<Receipt> write(StateChange change) {
    return journal.commit(
        new Batch(
            List.of(),
            List.of(
                new org.parley.journal.StateChange(
                    change.kind().number(), change.id().bytes(), change.sealed())),
            Durability.ASYNC));
  }
}
