package org.parley.app.profile;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.verify.Verification;
import org.parley.journal.verify.Verifier;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.settings.Documents;
import org.parley.settings.StateChange;
import org.parley.vault.SealException;

/**
 * What an open profile does by itself, on one thread of its own: the index of messages first, then
 * a whole verification where none succeeded for a week. Safe for use by several threads.
 */
public final class Upkeep implements AutoCloseable {
  /** What is known of the whole journal. */
  public enum Verdict {
    /** None ran since the start, as one succeeded not long ago, or it is still to come. */
    NONE,
    /** One runs. */
    RUNNING,
    /** One ran and found nothing. */
    CLEAN
  }

  private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String NAME = "verified";

  private final Journal journal;
  private final MessageIndex index;
  private final Documents documents;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> indexed = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "parley-upkeep");
  private volatile Verdict verdict = Verdict.NONE;
  private volatile boolean closing;

  Upkeep(Journal journal, MessageIndex index, Documents documents) {
    this.journal = journal;
    this.index = index;
    this.documents = documents;
    thread.setDaemon(true);
  }

  /** Calls the action once every message is found. To be said before {@link #start}. */
  public void whenIndexed(Runnable action) {
    indexed.add(action);
  }

  /** Calls the listener after each change of {@link #verification}, on the upkeep's thread. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** What is known of the whole journal. */
  public Verdict verification() {
    return verdict;
  }

  /** Begins; once. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      if (index.build(new Watch())) {
        indexed.forEach(Runnable::run);
      }
      if (!closing && isDue()) {
        verify();
      }
    } catch (JournalException | IOException e) {
      LOG.log(Level.WARNING, "the upkeep of the journal ended", e);
    }
  }

  private boolean isDue() throws IOException {
    try {
      JsonObject last = documents.get(NAME);
      return last == null
          || Instant.ofEpochMilli(last.integer("time", 0, JsonObject.MAX_INTEGER))
              .isBefore(Instant.now().minus(WEEK));
    } catch (SealException | JsonException e) {
      return true; // what it says cannot be believed
    }
  }

  private void verify() throws JournalException {
    now(Verdict.RUNNING);
    Verification result = new Verifier(journal).run(new Watch());
    if (result == null) {
      now(Verdict.NONE);
      return;
    }
    journal.report(result.findings());
    if (result.seenWrong() > 0) {
      journal.rebuildSeen(new Watch());
    }
    if (result.ok()) {
      remember();
    }
    now(result.ok() ? Verdict.CLEAN : Verdict.NONE);
  }

  private void remember() {
    StateChange change =
        documents.put(NAME, JsonObject.empty().with("time", System.currentTimeMillis()));
    var unused =
        new StateWriter(journal)
            .write(change)
            .whenComplete(
                (receipt, problem) -> {
                  if (problem != null) {
                    LOG.log(Level.WARNING, "a verification could not be noted", problem);
                  }
                });
  }

  private void now(Verdict next) {
    verdict = next;
    listeners.forEach(Runnable::run);
  }

  /** Ends what runs, and waits until it has let go of the journal. */
  @Override
  public void close() {
    closing = true;
    try {
      if (thread.isAlive()) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Watch implements Progress {
    @Override
    public void at(long done, long total) {
      // the status line says that it runs
    }

    @Override
    public boolean cancelled() {
      return closing;
    }
  }
}
