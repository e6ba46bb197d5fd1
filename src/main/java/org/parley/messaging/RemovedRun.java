package org.parley.messaging;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.journal.search.MessageRef;

/**
 * Removed messages directly beside a message of a conversation, with no other between. Immutable.
 *
 * @param count how many there are; may be none
 * @param end the one farthest away; null where there is none
 */
public record RemovedRun(int count, @Nullable Message end) {
  /**
   * Goes from row to row for as long as they are removed and within; no row is read for that.
   *
   * @param from the row beside which it begins
   * @param beside some of the messages beside a row, the nearest first; none at the end
   */
  static RemovedRun of(
      long from, LongFunction<List<MessageRef>> beside, Predicate<MessageRef> within) {
    int count = 0;
    MessageRef end = null;
    while (true) {
      List<MessageRef> refs = beside.apply(end == null ? from : end.seq());
      for (MessageRef ref : refs) {
        if (!ref.removed() || !within.test(ref)) {
          return of(count, end);
        }
        count++;
        end = ref;
      }
      if (refs.isEmpty()) {
        return of(count, end);
      }
    }
  }

  private static RemovedRun of(int count, @Nullable MessageRef end) {
    return new RemovedRun(count, end == null ? null : Messages.removed(end));
  }
}
