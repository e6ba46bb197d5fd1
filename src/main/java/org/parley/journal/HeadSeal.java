package org.parley.journal;

import java.util.Arrays;
import org.parley.crypto.HmacSha256;

/** The tag over what the journal is: size, root, state and frontier. */
public final class HeadSeal {
  private static final byte[] LABEL = Bytes.ascii("parley/head/1");

  private HeadSeal() {}

  static HeadRow seal(JournalKeys keys, MerkleTree tree, byte[] state) {
    byte[] root = tree.root();
    byte[] frontier = tree.frontier();
    byte[] tag =
        HmacSha256.of(
            keys.head(), LABEL, keys.journalBytes(), Bytes.u64(tree.size()), root, state, frontier);
    return new HeadRow(tree.size(), root, frontier, state, tag);
  }

  /**
   * The tree that a head stands for.
   *
   * @throws JournalException where its tag is wrong, or it contradicts itself
   */
  public static MerkleTree open(JournalKeys keys, HeadRow head) throws JournalException {
    // Fixed lengths keep bytes from passing from one member to the next under one tag.
    boolean shape =
        head.root().length == MerkleTree.HASH_SIZE && head.state().length == MerkleTree.HASH_SIZE;
    if (!shape
        || !HmacSha256.verify(
            keys.head(),
            head.tag(),
            LABEL,
            keys.journalBytes(),
            Bytes.u64(head.size()),
            head.root(),
            head.state(),
            head.frontier())) {
      throw new JournalException("the head's tag is wrong");
    }
    MerkleTree tree = MerkleTree.at(head.size(), head.frontier());
    if (!Arrays.equals(tree.root(), head.root())) {
      throw new JournalException("the head's root is not its frontier's");
    }
    return tree;
  }
}
