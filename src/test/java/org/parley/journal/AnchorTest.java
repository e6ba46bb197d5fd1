package org.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.parley.crypto.RandomSource;
import org.parley.crypto.Sha256;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.vault.JournalId;

class AnchorTest {
  private final JournalKeys keys = TestKeys.keys(TestKeys.ID);

  private static MerkleTree tree(int size) {
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < size; i++) {
      tree.append(Sha256.of(Bytes.u64(i)));
    }
    return tree;
  }

  @Test
  void it_is_read_back() throws Exception {
    for (int size : new int[] {0, 1, 7, 64}) {
      Anchor again = Anchor.parse(keys, Anchor.of(tree(size)).bytes(keys));
      assertThat(again.size()).isEqualTo(size);
      assertThat(again.tree().root()).isEqualTo(tree(size).root());
    }
  }

  @Test
  void its_tag_is_as_documented() throws Exception {
    MerkleTree tree = tree(5);
    JsonObject json = JsonReader.object(Anchor.of(tree).bytes(keys), JsonProfile.STRICT);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(TestKeys.raw(4), "HmacSHA256"));
    mac.update("parley/anchor/1".getBytes(StandardCharsets.US_ASCII));
    mac.update(TestKeys.ID.bytes());
    mac.update(new byte[] {0, 0, 0, 0, 0, 0, 0, 5});
    mac.update(tree.root());
    assertThat(json.string("tag")).isEqualTo(Bytes.hex(mac.doFinal(tree.frontier())));
    assertThat(json.names())
        .containsExactlyInAnyOrder("parley_anchor", "journal", "size", "root", "frontier", "tag");
  }

  @Test
  void any_change_is_refused() {
    String good = new String(Anchor.of(tree(5)).bytes(keys), StandardCharsets.UTF_8);
    for (int i = 0; i < good.length(); i++) {
      char other = good.charAt(i) == '1' ? '2' : '1';
      String bad = good.substring(0, i) + other + good.substring(i + 1);
      assertThatThrownBy(() -> Anchor.parse(keys, bad.getBytes(StandardCharsets.UTF_8)))
          .as("changed at %d", i)
          .isInstanceOf(JournalException.class);
    }
  }

  @Test
  void one_of_another_journal_or_other_keys_is_refused() {
    byte[] bytes = Anchor.of(tree(5)).bytes(keys);
    JournalKeys other = TestKeys.keys(JournalId.random(RandomSource.secure()));
    assertThatThrownBy(() -> Anchor.parse(other, bytes)).isInstanceOf(JournalException.class);
    assertThatThrownBy(() -> Anchor.parse(TestKeys.others(), bytes))
        .isInstanceOf(JournalException.class);
  }
}
