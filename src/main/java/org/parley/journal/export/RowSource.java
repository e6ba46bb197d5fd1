package org.parley.journal.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.parley.journal.JournalException;
import org.parley.journal.JournalKeys;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.Progress;
import org.parley.journal.RowCheck;
import org.parley.journal.SealedRow;

/**
 * Reads the first {@code size} rows of a snapshot, a page in memory at a time: the leaves of all
 * for the tree, and those that are exported, checked and prepared by all processors. For one
 * thread.
 */
final class RowSource implements LeafTree.Leaves {
  // So that prepared rows of the greatest size do not add up.
  private static final int BATCH = 32;

  private final JournalSnapshot snapshot;
  private final RowCheck check;
  private final long size;

  RowSource(JournalSnapshot snapshot, JournalKeys keys, long size) {
    this.snapshot = snapshot;
    this.check = new RowCheck(keys);
    this.size = size;
  }

  /** Is given what was made of the rows, in their order. */
  @FunctionalInterface
  interface Sink<T> {
    void take(T prepared) throws JournalException, IOException;
  }

  /** Is shown each page of {@link #tree}. */
  @FunctionalInterface
  interface PageSink {
    void take(List<SealedRow> page);
  }

  /** Reads every leaf once; null where it was cancelled. */
  @Nullable LeafTree tree(PageSink each, Progress progress) throws JournalException {
    List<byte[]> roots = new ArrayList<>();
    for (long from = 0; from < size; from += LeafTree.CHUNK) {
      if (progress.cancelled()) {
        return null;
      }
      progress.at(from, size);
      long end = Math.min(size, from + LeafTree.CHUNK);
      roots.add(new HashTree(leaves(from, end, each)).root());
    }
    progress.at(size, size);
    return new LeafTree(this, roots);
  }

  @Override
  public List<byte[]> between(long from, long end) throws JournalException {
    return leaves(from, end, page -> {});
  }

  private List<byte[]> leaves(long from, long end, PageSink each) throws JournalException {
    List<byte[]> leaves = new ArrayList<>((int) (end - from));
    while (from + leaves.size() < end) {
      long next = from + leaves.size();
      List<SealedRow> page = snapshot.rows(next, (int) Math.min(end - next, JournalSnapshot.PAGE));
      each.take(page);
      for (SealedRow row : page) {
        // Where rows are lost their places stay, so that the others keep theirs.
        while (from + leaves.size() < Math.min(row.seq(), end)) {
          leaves.add(ReadRow.leaf(null));
        }
        if (row.seq() < end) {
          leaves.add(ReadRow.leaf(row));
        }
      }
      while (page.isEmpty() && from + leaves.size() < end) {
        leaves.add(ReadRow.leaf(null));
      }
    }
    return leaves;
  }

  /** Every row; false where it was cancelled. */
  <T> boolean all(Function<ReadRow, T> prepare, Sink<T> sink, Progress progress)
      throws JournalException, IOException {
    for (long from = 0; from < size; from += JournalSnapshot.PAGE) {
      if (progress.cancelled()) {
        return false;
      }
      progress.at(from, size);
      long end = Math.min(size, from + JournalSnapshot.PAGE);
      window(LongStream.range(from, end).toArray(), prepare, sink);
    }
    progress.at(size, size);
    return true;
  }

  /** The rows with those rising seqs, as far as they are below the size. */
  <T> boolean some(long[] seqs, Function<ReadRow, T> prepare, Sink<T> sink, Progress progress)
      throws JournalException, IOException {
    int at = 0;
    while (at < seqs.length && seqs[at] < size) {
      if (progress.cancelled()) {
        return false;
      }
      progress.at(at, seqs.length);
      int end = at + 1;
      // Neighbours are read together.
      while (end < seqs.length && seqs[end] < Math.min(size, seqs[at] + JournalSnapshot.PAGE)) {
        end++;
      }
      window(Arrays.copyOfRange(seqs, at, end), prepare, sink);
      at = end;
    }
    progress.at(seqs.length, seqs.length);
    return true;
  }

  private <T> void window(long[] seqs, Function<ReadRow, T> prepare, Sink<T> sink)
      throws JournalException, IOException {
    int span = (int) (seqs[seqs.length - 1] - seqs[0] + 1);
    List<SealedRow> page = snapshot.rows(seqs[0], span);
    SealedRow[] rows = new SealedRow[seqs.length];
    for (SealedRow row : page) {
      int index = Arrays.binarySearch(seqs, row.seq());
      if (index >= 0) {
        rows[index] = row;
      }
    }
    for (int from = 0; from < seqs.length; from += BATCH) {
      int end = Math.min(seqs.length, from + BATCH);
      List<T> prepared =
          LongStream.range(from, end)
              .parallel()
              .mapToObj(i -> prepare.apply(checked(seqs[(int) i], rows[(int) i])))
              .toList();
      for (T each : prepared) {
        sink.take(each);
      }
    }
  }

  private ReadRow checked(long seq, @Nullable SealedRow row) {
    return new ReadRow(seq, row == null ? null : check.check(row));
  }
}
