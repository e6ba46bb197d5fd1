package org.parley.journal;

/** Is shown rows of SEEN. */
@FunctionalInterface
public interface SeenSink {
  /** The next row. */
  void take(SeenRow row) throws JournalException;
}
