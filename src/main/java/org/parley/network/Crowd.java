package org.parley.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the authenticated connections of one peer at {@link #MOST_OF_ONE}: one more ends its own
 * oldest. An honest peer has one or two at a time; without a bound, one contact could take all the
 * threads from the others, and with what each connection may hold, the memory.
 *
 * <p>Safe for use by several threads.
 *
 * @param <C> the connections
 */
final class Crowd<C> {
  static final int MOST_OF_ONE = 8;

  private final Map<String, Deque<C>> standing = new HashMap<>();

  /** A connection of that peer authenticated; gives the one that has to end for it, if any. */
  synchronized @Nullable C join(String peer, C connection) {
    Deque<C> own = standing.computeIfAbsent(peer, p -> new ArrayDeque<>());
    own.addLast(connection);
    return own.size() > MOST_OF_ONE ? own.removeFirst() : null;
  }

  /** It ended. */
  synchronized void leave(String peer, C connection) {
    Deque<C> own = standing.get(peer);
    if (own != null && own.remove(connection) && own.isEmpty()) {
      standing.remove(peer);
    }
  }
}
