package org.parley.json;

/** How strict a text is read. Both refuse extensions, duplicates and broken Unicode. */
public enum JsonProfile {
  /**
   * For a peer's bytes and for our own sealed files: depth at most 8, member names {@code
   * [a-z0-9_]{1,32}}, every number an integer within ±(2^53-1) and spelled in one way.
   */
  STRICT(8),
  /** For files that people write: any member name, any number, depth at most 64. */
  FILE(64);

  private final int maxDepth;

  JsonProfile(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  int maxDepth() {
    return maxDepth;
  }
}
