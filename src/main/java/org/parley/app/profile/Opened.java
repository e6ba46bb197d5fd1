package org.parley.app.profile;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.journal.JournalException;

/**
 * What has been opened so far, closed in reverse order: nothing outlives what it stands on. That
 * one thing fails to close keeps none of the others from it.
 */
final class Opened implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Opened.class.getName());

  /** Closes one thing. */
  @FunctionalInterface
  interface Closing {
    void close() throws IOException, JournalException;
  }

  private final Deque<Closing> opened = new ArrayDeque<>();

  /** Takes over the duty to close. */
  void add(Closing closing) {
    opened.push(closing);
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (IOException | JournalException e) {
        LOG.log(Level.WARNING, "closing failed", e);
      }
    }
  }
}
