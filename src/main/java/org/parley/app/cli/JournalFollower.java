package org.parley.app.cli;

import java.util.function.Consumer;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.EntryListener;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.Page;
import org.parley.journal.StoredEntry;

/**
 * Reads each received message once, in the order of the journal, as it is committed. The journal is
 * the queue: however slowly the output is read, nothing piles up in memory and no acknowledgement
 * waits for it.
 */
final class JournalFollower implements EntryListener, AutoCloseable {
  private static final int PAGE = 64;

  private final Journal journal;
  private long next;
  private boolean news;

  /** Begins with what is committed from now on. */
  JournalFollower(Journal journal) {
    this.journal = journal;
    journal.addListener(this);
    this.next = journal.size();
  }

  /** On the journal's own thread: only a sign is left. */
  @Override
  public void committed(long seq, Entry entry) {
    if (entry.isMessage() && entry.direction() == Direction.RECEIVED) {
      wake();
    }
  }

  /** Ends a wait, for whoever has other news. */
  synchronized void wake() {
    news = true;
    notifyAll();
  }

  /** Waits until there may be a message, or somebody called {@link #wake}. */
  synchronized void await() throws InterruptedException {
    while (!news) {
      wait();
    }
    news = false;
  }

  /** Hands over the messages that have come since the last call. */
  void read(Consumer<Entry> message) throws JournalException {
    while (next < journal.size()) {
      Page page = journal.read(next, PAGE);
      for (StoredEntry row : page.rows()) {
        Entry entry = row.entry();
        if (entry != null && entry.isMessage() && entry.direction() == Direction.RECEIVED) {
          message.accept(entry);
        }
      }
      if (page.next() <= next) {
        return; // nothing readable yet
      }
      next = page.next();
    }
  }

  @Override
  public void close() {
    journal.removeListener(this);
  }
}
