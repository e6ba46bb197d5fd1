package org.parley.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the number of connections that have not authenticated at {@link #MOST_UNAUTHENTICATED}: one
 * more ends the one that has got least far, the oldest among equals. So an honest peer, who gets
 * on, is served while somebody holds sockets open.
 *
 * <p>Safe for use by several threads.
 *
 * @param <C> the connections
 */
final class Admission<C> {
  static final int MOST_UNAUTHENTICATED = 64;

  private final Map<C, Integer> progress = new LinkedHashMap<>(); // in order of arrival

  /** Admits a connection; gives the one that has to end for it, if any. */
  synchronized @Nullable C admit(C connection) {
    C victim = progress.size() >= MOST_UNAUTHENTICATED ? leastFar() : null;
    if (victim != null) {
      progress.remove(victim);
    }
    progress.put(connection, 0);
    return victim;
  }

  private @Nullable C leastFar() {
    C least = null;
    int lowest = Integer.MAX_VALUE;
    for (Map.Entry<C, Integer> entry : progress.entrySet()) {
      if (entry.getValue() < lowest) {
        lowest = entry.getValue();
        least = entry.getKey();
      }
    }
    return least;
  }

  /** How many steps of the handshake this one has done by now. */
  synchronized void advanced(C connection, int steps) {
    progress.computeIfPresent(connection, (c, old) -> steps);
  }

  /** It authenticated, or ended: it counts no more. */
  synchronized void leave(C connection) {
    progress.remove(connection);
  }

  synchronized int unauthenticated() {
    return progress.size();
  }
}
