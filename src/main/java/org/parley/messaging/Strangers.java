package org.parley.messaging;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which attempts by unknown names the user is told of: each name and address once, at most one a
 * minute. Safe for use by several threads.
 */
final class Strangers {
  static final long PAUSE_MILLIS = 60_000;
  static final int MOST_REMEMBERED = 1_000;

  private final Set<String> told = new LinkedHashSet<>();
  private long lastMono;
  private boolean any;

  /** Whether to tell of this one now. */
  synchronized boolean tell(String name, String address, long mono) {
    String key = name + "\n" + address; // no name holds a line break
    if (told.contains(key) || (any && mono - lastMono < PAUSE_MILLIS)) {
      return false;
    }
    if (told.size() >= MOST_REMEMBERED) {
      told.remove(told.iterator().next());
    }
    told.add(key);
    any = true;
    lastMono = mono;
    return true;
  }
}
