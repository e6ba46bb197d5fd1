package org.parley.network;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long somebody who keeps failing to authenticate waits before our {@code dh_2}: nothing for
 * the first five failures under one name from one address, then 1 s, doubling to 4 s. A success, or
 * ten minutes without a failure, clears it. Nobody is locked out: who knows the password only
 * waits.
 *
 * <p>Bounded: the pairs that failed longest ago are forgotten first. Safe for use by several
 * threads.
 */
final class Backoff {
  static final int FREE_FAILURES = 5;
  static final long FIRST_MILLIS = 1_000;
  static final long LONGEST_MILLIS = 4_000;
  static final long FORGET_MILLIS = 600_000;
  static final int MOST_PAIRS = 4_096;

  private record Pair(String name, String address) {}

  private record Failures(int count, long lastMono) {}

  private final Map<Pair, Failures> failures = new LinkedHashMap<>();

  /** Milliseconds that this pair waits now. */
  synchronized long delayMillis(String name, String address, long mono) {
    Failures known = failures.get(new Pair(name, address));
    if (known == null || mono - known.lastMono >= FORGET_MILLIS) {
      return 0;
    }
    int over = known.count - FREE_FAILURES;
    return over < 0 ? 0 : Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(over, 8));
  }

  synchronized void failed(String name, String address, long mono) {
    Pair pair = new Pair(name, address);
    Failures known = failures.remove(pair); // put again at the end: the order is that of age
    int before = known == null || mono - known.lastMono >= FORGET_MILLIS ? 0 : known.count;
    failures.put(pair, new Failures(before + 1, mono));
    if (failures.size() > MOST_PAIRS) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  synchronized void succeeded(String name, String address) {
    failures.remove(new Pair(name, address));
  }
}
