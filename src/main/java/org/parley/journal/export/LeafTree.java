package org.parley.journal.export;

import java.util.ArrayList;
import java.util.List;
import org.parley.crypto.Sha256;
import org.parley.journal.JournalException;

/**
 * The tree over the leaves of a journal, of which only the roots of subtrees of {@link #CHUNK}
 * leaves are kept: 64 bytes for 1024 rows. The levels below come back from the leaves of a chunk.
 */
final class LeafTree {
  /** Leaves of a subtree; a power of two. */
  static final int CHUNK = 1024;

  private final Leaves leaves;
  private final HashTree upper;
  private final byte[] root;
  private long chunk = -1;
  private HashTree lower;
  private List<byte[]> above = List.of();

  /** Gives leaves again. */
  interface Leaves {
    /** The leaves from {@code from} to before {@code end}; none is missing. */
    List<byte[]> between(long from, long end) throws JournalException;
  }

  /** With the roots of all chunks, in order. */
  LeafTree(Leaves leaves, List<byte[]> chunkRoots) {
    this.leaves = leaves;
    List<byte[]> nodes = chunkRoots.isEmpty() ? List.of(Sha256.of()) : new ArrayList<>(chunkRoots);
    this.upper = new HashTree(nodes);
    this.root = upper.root();
    this.lower = upper;
  }

  byte[] root() {
    return root;
  }

  /** The inclusion proof of a leaf; asked in rising order, each chunk is read once. */
  List<byte[]> path(long seq, long size) throws JournalException {
    if (seq / CHUNK != chunk) {
      long first = seq / CHUNK * CHUNK;
      lower = new HashTree(leaves.between(first, Math.min(size, first + CHUNK)));
      chunk = seq / CHUNK;
      above = upper.path((int) chunk);
    }
    List<byte[]> path = lower.path((int) (seq % CHUNK));
    path.addAll(above);
    return path;
  }
}
