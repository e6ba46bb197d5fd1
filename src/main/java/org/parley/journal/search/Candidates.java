package org.parley.journal.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;

/**
 * The messages that a query may find, in its order: their texts may match, all else does. As the
 * index was when this was made. For one thread.
 */
final class Candidates {
  private static final int[] NONE = {};

  private final SearchQuery query;
  private final String part;
  private final MessageTable table;
  private final Object lock;
  private final TextIndex.Snapshot texts;
  private final int begin;
  private final int end;
  private final long since;
  private final long until;
  private int run;
  private int[] slots = NONE;
  private int at;

  /** To be made with the lock held, which guards the contents. */
  Candidates(SearchQuery query, long from, IndexContents contents, Object lock) {
    this.query = query;
    this.part = query.text() == null ? "" : Folding.fold(query.text());
    this.table = contents.table();
    this.lock = lock;
    this.texts = contents.texts().snapshot();
    this.begin = table.countBelow(from);
    this.end = table.size();
    this.since = millis(query.since(), Long.MIN_VALUE);
    this.until = millis(query.until(), Long.MAX_VALUE);
  }

  /** What is looked for, folded; empty where any text will do. */
  String part() {
    return part;
  }

  /** At most so many more; none at the end, or where {@code stop} says so. */
  List<Candidate> next(int most, BooleanSupplier stop) {
    List<Candidate> found = new ArrayList<>();
    // The runs are the segments, and as the last one what is in no segment.
    int runs = texts.segments().size() + 1;
    while (found.isEmpty() && !stop.getAsBoolean()) {
      if (at == slots.length) {
        if (run == runs) {
          break;
        }
        slots = ofRun(query.oldestFirst() ? run : runs - 1 - run);
        at = 0;
        run++;
      }
      take(most, found);
    }
    return found;
  }

  private void take(int most, List<Candidate> to) {
    synchronized (lock) {
      while (to.size() < most && at < slots.length) {
        int slot = slots[query.oldestFirst() ? at : slots.length - 1 - at];
        at++;
        if (fits(slot)) {
          to.add(candidate(slot));
        }
      }
    }
  }

  private Candidate candidate(int slot) {
    int open = slot - texts.firstOpen();
    String text = open >= 0 && open < texts.open().size() ? texts.open().get(open).text() : null;
    return new Candidate(slot, table.seq(slot), table.isRemoved(slot), text);
  }

  /** The message, as it is by now. */
  MessageRef ref(Candidate of) {
    synchronized (lock) {
      return table.ref(of.slot());
    }
  }

  /** Whether there is nothing left. */
  boolean atEnd() {
    return at == slots.length && run == texts.segments().size() + 1;
  }

  private int[] ofRun(int number) {
    if (number == texts.segments().size()) {
      return part.isEmpty() ? all(texts.firstOpen(), end) : ofOpen();
    }
    Segment segment = texts.segments().get(number);
    int first = segment.first();
    int limit = first + segment.limit();
    if (limit <= begin || !hasPeer(first, limit)) {
      return NONE;
    }
    if (part.isEmpty()) {
      return all(first, limit);
    }
    int[] found = segment.mayContain(part);
    for (int i = 0; i < found.length; i++) {
      found[i] += first;
    }
    return found;
  }

  private int[] ofOpen() {
    int[] found = new int[texts.open().size()];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      if (texts.open().get(i).folded().contains(part)) {
        found[count++] = texts.firstOpen() + i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  // Most segments hold nothing of a peer with whom there is little, and need not be read for it.
  private boolean hasPeer(int first, int limit) {
    synchronized (lock) {
      IntList ofPeer = query.peer() == null ? null : table.slots(query.peer());
      return query.peer() == null
          || (ofPeer != null && ofPeer.countBelow(first) < ofPeer.countBelow(limit));
    }
  }

  private int[] all(int first, int limit) {
    synchronized (lock) {
      IntList ofPeer = query.peer() == null ? null : table.slots(query.peer());
      if (query.peer() == null) {
        int[] all = new int[limit - first];
        Arrays.setAll(all, i -> first + i);
        return all;
      }
      if (ofPeer == null) {
        return NONE;
      }
      int from = ofPeer.countBelow(first);
      int[] all = new int[ofPeer.countBelow(limit) - from];
      Arrays.setAll(all, i -> ofPeer.get(from + i));
      return all;
    }
  }

  private boolean fits(int slot) {
    if (slot < begin || table.isPlaceholder(slot) || (!part.isEmpty() && table.isRemoved(slot))) {
      return false;
    }
    if (query.peer() != null && !table.isOf(slot, query.peer())) {
      return false;
    }
    if (query.direction() != null && table.isSent(slot) != (query.direction() == Direction.SENT)) {
      return false;
    }
    long time = table.time(slot);
    return since <= time && time < until;
  }

  // Rows have whole milliseconds: the first that is not before that time, or what is given.
  private static long millis(@Nullable Instant time, long otherwise) {
    if (time == null) {
      return otherwise;
    }
    try {
      return time.plusNanos(999_999).toEpochMilli();
    } catch (ArithmeticException | DateTimeException e) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
