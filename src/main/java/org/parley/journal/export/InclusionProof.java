package org.parley.journal.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.MerkleTree;

/** Checks inclusion proofs (RFC 9162 section 2.1.3.2, the same proofs as in RFC 6962). */
final class InclusionProof {
  private InclusionProof() {}

  /**
   * The root that the proof leads to from that leaf; null where the proof has not the length that
   * this place in a tree of this size asks for.
   */
  static byte @Nullable [] root(long index, long size, byte[] leaf, List<byte[]> proof) {
    if (index < 0 || index >= size) {
      return null;
    }
    long node = index; // the leaf's ancestor on the present level
    long last = size - 1; // the last node on the present level
    byte[] hash = leaf;
    for (byte[] sibling : proof) {
      if (last == 0) {
        return null;
      }
      if ((node & 1) == 1 || node == last) {
        hash = MerkleTree.node(sibling, hash);
        // A last node without a right sibling rises unchanged to where it is a right child.
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleTree.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? hash : null;
  }
}
