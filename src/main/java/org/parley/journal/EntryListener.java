package org.parley.journal;

/**
 * Hears of entries once they are committed (and, where asked for, on the disk), in the order of
 * their seqs, before the batch's receipt is given out.
 *
 * <p>Called by the writer thread: it must be quick, hand longer work on, and not throw.
 */
@FunctionalInterface
public interface EntryListener {
  /** One more entry is in the journal. */
  void committed(long seq, Entry entry);
}
