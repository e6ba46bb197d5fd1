package org.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.crypto.Sha256;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

class MerkleTreeTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void the_published_trees_have_their_published_roots() throws Exception {
    JsonObject vectors;
    try (InputStream in = getClass().getResourceAsStream("/vectors/merkle.json")) {
      vectors = JsonReader.object(in.readAllBytes(), JsonProfile.FILE);
    }
    List<byte[]> leaves = new ArrayList<>();
    vectors.array("leaves").forEach(hex -> leaves.add(HEX.parseHex((String) hex)));
    int seen = 0;
    for (Object each : vectors.array("cases")) {
      JsonObject vector = (JsonObject) each;
      MerkleTree tree = new MerkleTree();
      long size = vector.integer("size", 0, 8);
      for (int i = 0; i < size; i++) {
        tree.append(Sha256.of(new byte[] {0}, leaves.get(i)));
      }
      assertThat(HEX.formatHex(tree.root())).isEqualTo(vector.string("root"));
      seen++;
    }
    assertThat(seen).isEqualTo(9);
  }

  /** RFC 6962 section 2.1, written down once more, straight from its recursive definition. */
  static byte[] recursiveRoot(List<byte[]> leafHashes) {
    if (leafHashes.isEmpty()) {
      return Sha256.of();
    }
    if (leafHashes.size() == 1) {
      return leafHashes.get(0);
    }
    int split = Integer.highestOneBit(leafHashes.size() - 1);
    return Sha256.of(
        new byte[] {1},
        recursiveRoot(leafHashes.subList(0, split)),
        recursiveRoot(leafHashes.subList(split, leafHashes.size())));
  }

  @Test
  void every_size_up_to_300_has_the_root_of_the_recursive_definition() throws Exception {
    MerkleTree tree = new MerkleTree();
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      byte[] leaf = Sha256.of(new byte[] {0}, Bytes.u64(i));
      leaves.add(leaf);
      tree.append(leaf);
      assertThat(tree.root()).as("size %d", i + 1).isEqualTo(recursiveRoot(leaves));
      assertThat(tree.frontier()).hasSize(Integer.bitCount(i + 1) * 32);
      tree = MerkleTree.at(tree.size(), tree.frontier());
    }
  }

  @Test
  void a_copy_grows_apart() {
    MerkleTree tree = new MerkleTree();
    tree.append(Sha256.of());
    MerkleTree copy = tree.copy();
    copy.append(Sha256.of());
    assertThat(tree.size()).isEqualTo(1);
    assertThat(tree.root()).isNotEqualTo(copy.root());
  }

  @Test
  void a_frontier_of_another_size_is_refused() {
    assertThatThrownBy(() -> MerkleTree.at(3, new byte[32])).isInstanceOf(JournalException.class);
    assertThatThrownBy(() -> MerkleTree.at(-1, new byte[64 * 32]))
        .isInstanceOf(JournalException.class);
  }
}
