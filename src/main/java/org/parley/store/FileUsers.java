package org.parley.store;

import org.parley.journal.JournalException;

/**
 * Who uses the database's file, so that it is replaced only while nobody does; who comes meanwhile
 * waits. Any thread.
 */
final class FileUsers {
  private int users;
  private boolean replacing;

  /** Waits until it is not being replaced; until {@link #leave} it will not be. */
  synchronized void enter() throws JournalException {
    try {
      while (replacing) {
        wait();
      }
      users++;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalException("interrupted while the database was compacted", e);
    }
  }

  synchronized void leave() {
    users--;
  }

  /** Begins to replace it, until {@link #replaced}; false where it is in use. */
  synchronized boolean replace() {
    replacing = users == 0;
    return replacing;
  }

  /** Begins to replace it for those who come, where it is dead to who uses it. */
  synchronized void replaceDead() {
    replacing = true;
  }

  synchronized void replaced() {
    replacing = false;
    notifyAll();
  }
}
