package org.parley.journal.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are exported, in the order of their rows; some twelve bytes a message. A whole log
 * holds every row, whatever is listed here; the page and the table hold what is listed. For one
 * thread.
 */
public final class Selection {
  private final ExportKind kind;
  private final Map<Long, Removed> removed = new HashMap<>();
  private long[] seqs = new long[64];
  private Standing[] standings = new Standing[64];
  private int size;

  /** What is still known of a message whose content was taken out. */
  record Removed(String peer, boolean outgoing, Instant time) {}

  private Selection(ExportKind kind) {
    this.kind = kind;
  }

  /** Everything; for a page or table the messages are to be added. */
  public static Selection whole() {
    return new Selection(ExportKind.WHOLE);
  }

  /** Only what is added. */
  public static Selection part() {
    return new Selection(ExportKind.PART);
  }

  /**
   * Adds the message in that row.
   *
   * @throws IllegalArgumentException where the row does not follow the one before
   */
  public void add(long seq, Standing standing, String peer, boolean outgoing, Instant time) {
    if (seq < 0 || (size > 0 && seqs[size - 1] >= seq)) {
      throw new IllegalArgumentException("messages are added in the order of their rows");
    }
    if (size == seqs.length) {
      seqs = Arrays.copyOf(seqs, size + size / 2);
      standings = Arrays.copyOf(standings, size + size / 2);
    }
    seqs[size] = seq;
    standings[size++] = standing;
    if (standing == Standing.REMOVED) {
      removed.put(seq, new Removed(peer, outgoing, time));
    }
  }

  ExportKind kind() {
    return kind;
  }

  /** How many were added. */
  public int size() {
    return size;
  }

  long seq(int index) {
    return seqs[index];
  }

  Standing standing(int index) {
    return standings[index];
  }

  @Nullable Removed removed(long seq) {
    return removed.get(seq);
  }

  /** The first message whose content is gone; -1 where there is none. */
  long firstRemoved() {
    return removed.keySet().stream().mapToLong(Long::longValue).min().orElse(-1);
  }

  boolean hasRemoved(long seq) {
    return removed.containsKey(seq);
  }

  /** The rows that were added and the ones given, in order. */
  long[] withRows(long[] more) {
    long[] all = Arrays.copyOf(seqs, size + more.length);
    System.arraycopy(more, 0, all, size, more.length);
    Arrays.sort(all);
    return all;
  }
}
