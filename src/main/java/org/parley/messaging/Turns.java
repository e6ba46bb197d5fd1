package org.parley.messaging;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.name.PeerName;

/**
 * Whose turn it is to be worked off, so that contacts who are slow, on purpose or not, never hold
 * up the others: {@link #WORKERS} at once, of whom at most {@link #FOR_SLOW} may be contacts that
 * took their time, now or last time. Who waited longest comes first.
 *
 * <p>Whose work ended by a bug waits as after a failed try: it would else fail twice a second.
 * Times are monotonic milliseconds. Safe for use by several threads.
 */
final class Turns {
  static final int WORKERS = 32;
  static final int FOR_SLOW = 24;
  static final long SLOW_MILLIS = 3_000;

  private final RetryPauses pauses;
  private final Map<PeerName, Long> begun = new HashMap<>();
  private final Map<PeerName, Long> last = new HashMap<>();
  private final Set<PeerName> slow = new HashSet<>();
  private final Map<PeerName, Stumble> stumbled = new HashMap<>();

  private record Stumble(int count, long until) {}

  Turns(RetryPauses pauses) {
    this.pauses = pauses;
  }

  /** In the order in which their turns should come. */
  synchronized List<PeerName> inOrder(Set<PeerName> due) {
    Map<PeerName, Long> then = Map.copyOf(last);
    return due.stream()
        .sorted(Comparator.comparing(peer -> then.getOrDefault(peer, Long.MIN_VALUE)))
        .toList();
  }

  /** Begins a turn, which ends with {@link #ended}; false where it is not its turn now. */
  synchronized boolean begin(PeerName peer, long mono) {
    Stumble stumble = stumbled.get(peer);
    if (begun.containsKey(peer)
        || begun.size() >= WORKERS
        || (slow.contains(peer) && slowNow(mono) >= FOR_SLOW)
        || (stumble != null && mono < stumble.until)) {
      return false;
    }
    begun.put(peer, mono);
    last.put(peer, mono);
    return true;
  }

  private long slowNow(long mono) {
    return begun.entrySet().stream()
        .filter(e -> slow.contains(e.getKey()) || mono - e.getValue() >= SLOW_MILLIS)
        .count();
  }

  /**
   * A turn is over.
   *
   * @param well false where a bug ended it
   */
  synchronized void ended(PeerName peer, boolean well, long mono) {
    Long since = begun.remove(peer);
    if (since != null && mono - since >= SLOW_MILLIS) {
      slow.add(peer);
    } else {
      slow.remove(peer);
    }
    if (well) {
      stumbled.remove(peer);
    } else {
      Stumble before = stumbled.get(peer);
      int count = before == null ? 1 : before.count + 1;
      stumbled.put(peer, new Stumble(count, mono + pauses.after(count).toMillis()));
    }
  }

  /** The user wants it tried, whatever happened. */
  synchronized void forgive(PeerName peer) {
    stumbled.remove(peer);
  }
}
