package org.parley.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.crypto.Sha256;

/**
 * The growing end of an RFC 6962 tree: its size and its frontier, the roots of the perfect subtrees
 * that the size's binary digits stand for, largest first. Enough to append and to know the root, in
 * memory that grows with the logarithm of the size. Not thread-safe.
 */
public final class MerkleTree {
  /** Bytes of a leaf, of a node and of a root. */
  public static final int HASH_SIZE = Sha256.SIZE;

  private static final byte[] NODE = {1};

  private final List<byte[]> frontier;
  private long size;

  /** The empty tree. */
  public MerkleTree() {
    this(0, List.of());
  }

  private MerkleTree(long size, List<byte[]> frontier) {
    this.size = size;
    this.frontier = new ArrayList<>(frontier);
  }

  /**
   * The tree of that size and frontier.
   *
   * @throws JournalException where the frontier has not as many hashes as the size has 1 bits
   */
  public static MerkleTree at(long size, byte[] frontier) throws JournalException {
    if (size < 0 || frontier.length != Long.bitCount(size) * HASH_SIZE) {
      throw new JournalException("a frontier that does not fit its size");
    }
    List<byte[]> roots = new ArrayList<>();
    for (int at = 0; at < frontier.length; at += HASH_SIZE) {
      roots.add(Arrays.copyOfRange(frontier, at, at + HASH_SIZE));
    }
    return new MerkleTree(size, roots);
  }

  /** A tree that grows apart from this one. */
  public MerkleTree copy() {
    return new MerkleTree(size, frontier);
  }

  /** Adds a leaf, which is hashed already (RFC 6962 section 2.1: with 0x00 in front). */
  public void append(byte[] leaf) {
    byte[] root = leaf;
    // Each trailing 1 bit of the size is a perfect subtree that the new one completes to a pair.
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      root = node(frontier.remove(frontier.size() - 1), root);
    }
    frontier.add(root);
    size++;
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /** The root hash; of the empty tree the hash of nothing. */
  public byte[] root() {
    if (frontier.isEmpty()) {
      return Sha256.of();
    }
    // RFC 6962 splits at the largest power of two below the size: the smaller subtrees are joined
    // first, from the right.
    byte[] root = frontier.get(frontier.size() - 1);
    for (int i = frontier.size() - 2; i >= 0; i--) {
      root = node(frontier.get(i), root);
    }
    return root.clone();
  }

  /** The frontier's hashes, largest subtree first, one after the other. */
  public byte[] frontier() {
    byte[] out = new byte[frontier.size() * HASH_SIZE];
    for (int i = 0; i < frontier.size(); i++) {
      System.arraycopy(frontier.get(i), 0, out, i * HASH_SIZE, HASH_SIZE);
    }
    return out;
  }

  /** The inner node over two hashes: 0x01 in front keeps it from being taken for a leaf. */
  public static byte[] node(byte[] left, byte[] right) {
    return Sha256.of(NODE, left, right);
  }
}
