package org.parley.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables at one point in time; for one thread. */
public interface JournalSnapshot extends AutoCloseable {
  /** The most rows that one call gives. */
  int PAGE = 128;

  /** The head; null where there is none, or more than one. */
  @Nullable HeadRow head() throws JournalException;

  /** The first rows with a seq of at least {@code from}, in order: at most {@code limit}. */
  List<SealedRow> rows(long from, int limit) throws JournalException;

  /** The rows with these seqs, in that order; those that are missing are left out. */
  List<SealedRow> rows(List<Long> seqs) throws JournalException;

  /** The row of SEEN; null where there is none. */
  @Nullable SeenRow seen(byte[] idTag) throws JournalException;

  /** Shows every row of SEEN, in no order that means anything, read page by page. */
  void eachSeen(SeenSink each) throws JournalException;

  /** Rows of STATE in the order of their keys, after that of {@code after}; null for the first. */
  List<StoredState> states(@Nullable StoredState after) throws JournalException;

  /** The row of STATE; null where there is none. */
  @Nullable StoredState state(int kind, byte[] id) throws JournalException;

  /** The block of the search index; null where there is none. */
  byte @Nullable [] searchBlock(long id) throws JournalException;

  /** The ids of all blocks of the search index, rising. */
  List<Long> searchBlocks() throws JournalException;

  @Override
  void close();
}
