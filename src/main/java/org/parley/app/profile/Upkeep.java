package org.parley.app.profile;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.verify.Verification;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.settings.Documents;
import org.parley.settings.StateChange;
import org.parley.vault.SealException;

/**
 * What an open profile does by itself, on one thread of its own: the index of messages first, then
 * a whole verification where none succeeded for a week, or something of the sealed state could not
 * be read: only that one tells the owner of it. Safe for use by several threads.
 */
public final class Upkeep implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String NAME = "verified";

  private final Journal journal;
  private final Verifying verifying;
  private final MessageIndex index;
  private final Documents documents;
  private final BooleanSupplier unreadable;
  private final List<Runnable> indexed = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "parley-upkeep");
  private volatile boolean closing;

  Upkeep(
      Journal journal,
      Verifying verifying,
      MessageIndex index,
      Documents documents,
      BooleanSupplier unreadable) {
    this.journal = journal;
    this.verifying = verifying;
    this.index = index;
    this.documents = documents;
    this.unreadable = unreadable;
    thread.setDaemon(true);
  }

  /** Calls the action once every message is found. To be said before {@link #start}. */
  public void whenIndexed(Runnable action) {
    indexed.add(action);
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
        var unused = verify(new Watch()); // what it found is among the journal's findings
      }
    } catch (JournalException | IOException e) {
      LOG.log(Level.WARNING, "the upkeep of the journal ended", e);
    }
  }

  private boolean isDue() throws IOException {
    Instant last = lastVerified();
    return unreadable.getAsBoolean() || last == null || last.isBefore(Instant.now().minus(WEEK));
  }

  /** When a whole verification last found nothing; null where none did. Waits for the disk. */
  public @Nullable Instant lastVerified() throws IOException {
    try {
      JsonObject last = documents.get(NAME);
      return last == null
          ? null
          : Instant.ofEpochMilli(last.integer("time", 0, JsonObject.MAX_INTEGER));
    } catch (SealException | JsonException e) {
      return null; // what it says cannot be believed
    }
  }

  /**
   * Verifies the whole journal now, as {@link Verifying#run} does; then puts right what is only
   * derived, and remembers when nothing was found. It takes minutes: not on the event thread.
   *
   * @return null where it was cancelled
   */
  public @Nullable Verification verify(Progress progress) throws JournalException {
    Verification result = verifying.run(progress);
    if (result == null) {
      return null;
    }
    if (result.seenWrong() > 0) {
      journal.rebuildSeen(new Watch());
    }
    if (result.ok()) {
      remember();
    }
    return result;
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
      // whoever watches hears of it from what verifies
    }

    @Override
    public boolean cancelled() {
      return closing;
    }
  }
}
