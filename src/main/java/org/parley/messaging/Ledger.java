package org.parley.messaging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.Receipt;
import org.parley.settings.StateChange;
import org.parley.waits.Waiting;

/** Rows and state changes into the journal, in one transaction. Safe for use by several threads. */
final class Ledger {
  private final Journal journal;

  Ledger(Journal journal) {
    this.journal = journal;
  }

  /**
   * Hands them to the writer; the future completes once they are committed, and synced if asked.
   */
  CompletableFuture<Receipt> submit(
      List<Entry> entries, List<StateChange> changes, Durability durability) {
    return journal.commit(new Batch(entries, states(changes), durability));
  }

  private static List<org.parley.journal.StateChange> states(List<StateChange> changes) {
    return changes.stream()
        .map(c -> new org.parley.journal.StateChange(c.kind().number(), c.id().bytes(), c.sealed()))
        .toList();
  }

  /** Empties those rows, with the changes, and waits as {@link #commit}. */
  Receipt remove(List<Long> seqs, List<StateChange> changes, Durability durability)
      throws StorageException {
    return await(journal.commit(new Batch(List.of(), states(changes), seqs, durability)));
  }

  /**
   * As {@link #submit}, and waits, interrupted or not. Where it throws, nothing of it may be
   * believed to be stored.
   */
  Receipt commit(List<Entry> entries, List<StateChange> changes, Durability durability)
      throws StorageException {
    return await(submit(entries, changes, durability));
  }

  /** What came of it, waited for, interrupted or not. */
  Receipt await(CompletableFuture<Receipt> done) throws StorageException {
    Waiting.begins();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return done.get();
        } catch (InterruptedException e) {
          interrupted =
              true; // it is with the writer: who left now would not know what became of it
        }
      }
    } catch (ExecutionException e) {
      throw new StorageException(e.getCause() == null ? e : e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
