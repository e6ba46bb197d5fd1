package org.parley.journal.export;

import java.util.ArrayList;
import java.util.List;
import org.parley.journal.MerkleTree;

/**
 * A whole RFC 6962 tree in memory, over hashes that are leaves or roots of perfect subtrees of one
 * size, of which the last may be smaller. Immutable.
 */
final class HashTree {
  private final List<List<byte[]>> levels = new ArrayList<>();

  /** Over at least one hash. */
  HashTree(List<byte[]> hashes) {
    List<byte[]> level = hashes;
    levels.add(level);
    while (level.size() > 1) {
      // To pair from the left, a single last one rising unchanged, gives the tree that the RFC
      // describes from above by splitting at the largest power of two.
      List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
      for (int i = 0; i + 1 < level.size(); i += 2) {
        above.add(MerkleTree.node(level.get(i), level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        above.add(level.get(level.size() - 1));
      }
      levels.add(above);
      level = above;
    }
  }

  byte[] root() {
    return levels.get(levels.size() - 1).get(0);
  }

  /** The inclusion proof, from below (RFC 6962 section 2.1.1). */
  List<byte[]> path(int index) {
    List<byte[]> path = new ArrayList<>();
    int at = index;
    for (List<byte[]> level : levels) {
      int sibling = at ^ 1;
      if (sibling < level.size()) {
        path.add(level.get(sibling));
      }
      at >>= 1;
    }
    return path;
  }
}
