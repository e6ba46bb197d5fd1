package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.crypto.Sha256;
import org.parley.journal.MerkleTree;
import org.parley.json.JsonObject;

class InclusionProofTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void the_published_proofs_are_made_and_accepted() throws Exception {
    List<byte[]> leaves = new ArrayList<>();
    for (String hex : Vectors.strings(Vectors.of("merkle.json").array("leaves"))) {
      leaves.add(Sha256.of(new byte[] {0}, HEX.parseHex(hex)));
    }
    int seen = 0;
    for (JsonObject vector : Vectors.objects(Vectors.of("proofs.json").array("cases"))) {
      int index = (int) vector.integer("index", 0, 7);
      int size = (int) vector.integer("size", 1, 8);
      HashTree tree = new HashTree(leaves.subList(0, size));
      List<String> made = tree.path(index).stream().map(HEX::formatHex).toList();
      assertThat(made).isEqualTo(Vectors.strings(vector.array("proof")));
      List<byte[]> proof = made.stream().map(HEX::parseHex).toList();
      assertThat(InclusionProof.root(index, size, leaves.get(index), proof))
          .isEqualTo(root(leaves.subList(0, size)));
      seen++;
    }
    assertThat(seen).isEqualTo(5);
  }

  private static byte[] root(List<byte[]> leaves) {
    MerkleTree tree = new MerkleTree();
    leaves.forEach(tree::append);
    return tree.root();
  }

  private static List<byte[]> leaves(int count) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(Sha256.of(new byte[] {(byte) (i >> 8), (byte) i}));
    }
    return leaves;
  }

  @Test
  void every_leaf_of_every_small_tree_is_proven_at_its_place_only() {
    for (int size = 1; size <= 33; size++) {
      List<byte[]> leaves = leaves(size);
      HashTree tree = new HashTree(leaves);
      byte[] root = root(leaves);
      assertThat(tree.root()).isEqualTo(root);
      for (int index = 0; index < size; index++) {
        List<byte[]> proof = tree.path(index);
        for (int place = 0; place < size; place++) {
          byte[] reached = InclusionProof.root(place, size, leaves.get(index), proof);
          assertThat(java.util.Arrays.equals(reached, root)).isEqualTo(place == index);
        }
        assertThat(InclusionProof.root(size, size, leaves.get(index), proof)).isNull();
        assertThat(InclusionProof.root(-1, size, leaves.get(index), proof)).isNull();
      }
    }
  }

  @Test
  void a_proof_that_is_too_long_or_too_short_leads_nowhere() {
    List<byte[]> leaves = leaves(11);
    HashTree tree = new HashTree(leaves);
    for (int index = 0; index < 11; index++) {
      List<byte[]> proof = tree.path(index);
      List<byte[]> longer = new ArrayList<>(proof);
      longer.add(leaves.get(0));
      assertThat(InclusionProof.root(index, 11, leaves.get(index), longer)).isNull();
      List<byte[]> shorter = proof.subList(0, proof.size() - 1);
      assertThat(InclusionProof.root(index, 11, leaves.get(index), shorter)).isNull();
    }
  }

  @Test
  void a_tree_in_chunks_gives_the_same_proofs() throws Exception {
    for (int size : new int[] {1, 1023, 1024, 1025, 2048, 3000, 5000}) {
      List<byte[]> leaves = leaves(size);
      List<byte[]> roots = new ArrayList<>();
      for (int from = 0; from < size; from += LeafTree.CHUNK) {
        int end = Math.min(size, from + LeafTree.CHUNK);
        roots.add(new HashTree(leaves.subList(from, end)).root());
      }
      LeafTree chunked = new LeafTree((from, end) -> leaves.subList((int) from, (int) end), roots);
      HashTree tree = new HashTree(leaves);
      assertThat(chunked.root()).isEqualTo(tree.root()).isEqualTo(root(leaves));
      for (int index = 0; index < size; index += 7) {
        assertThat(chunked.path(index, size))
            .usingRecursiveComparison()
            .isEqualTo(tree.path(index));
      }
    }
  }
}
