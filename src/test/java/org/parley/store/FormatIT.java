package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.StateChange;
import org.parley.journal.TestKeys;

/** Recomputes every byte of a database from the documented formulas, with the JDK alone. */
class FormatIT {
  @TempDir Path root;

  private static byte[] hmac(int key, byte[]... parts) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(TestKeys.raw(key), "HmacSHA256"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  private static byte[] sha(byte[]... parts) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static byte[] u64(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] treeRoot(List<byte[]> leaves) throws Exception {
    if (leaves.isEmpty()) {
      return sha();
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return sha(
        new byte[] {1},
        treeRoot(leaves.subList(0, split)),
        treeRoot(leaves.subList(split, leaves.size())));
  }

  private static byte[] frontier(List<byte[]> leaves) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = 0;
    for (int bit = 30; bit >= 0; bit--) {
      if ((leaves.size() & 1 << bit) != 0) {
        out.write(treeRoot(leaves.subList(from, from + (1 << bit))));
        from += 1 << bit;
      }
    }
    return out.toByteArray();
  }

  @Test
  void rows_head_state_and_seen_are_as_documented() throws Exception {
    TestProfile profile = new TestProfile(root);
    List<Entry> entries = new ArrayList<>();
    byte[] longId = new byte[16];
    longId[0] = (byte) 0x80;
    byte[] sealedLow = new byte[50];
    byte[] sealedHigh = new byte[60];
    Arrays.fill(sealedLow, 18, 50, (byte) 7);
    Arrays.fill(sealedHigh, 28, 60, (byte) 9);
    try (Journal journal = profile.create()) {
      for (int i = 0; i < 13; i++) {
        Entry entry = received("bob", "message " + i);
        entries.add(entry);
        commit(journal, entry);
      }
      commit(
          journal,
          new Batch(
              List.of(),
              List.of(
                  new StateChange(1, longId, sealedHigh),
                  new StateChange(1, new byte[16], sealedLow)),
              Durability.SYNC));
    }
    byte[] id = profile.id().bytes();
    List<byte[]> leaves = new ArrayList<>();
    try (Connection connection = profile.raw();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT * FROM ENTRY ORDER BY seq")) {
        while (rows.next()) {
          long seq = rows.getLong("seq");
          assertThat(seq).isEqualTo(leaves.size());
          byte[] sealed = rows.getBytes("sealed");
          Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
          cipher.init(
              Cipher.DECRYPT_MODE,
              new SecretKeySpec(TestKeys.raw(1), "AES"),
              new IvParameterSpec(sealed, 0, 16));
          byte[] record = cipher.doFinal(sealed, 16, sealed.length - 16);
          assertThat(record).isEqualTo(entries.get((int) seq).record());
          byte[] salt = hmac(3, id, u64(seq));
          byte[] leaf = sha(new byte[] {0}, u64(seq), sha(salt, record));
          assertThat(rows.getBytes("leaf")).isEqualTo(leaf);
          assertThat(rows.getBytes("tag"))
              .isEqualTo(hmac(2, ascii("parley/row/1"), id, u64(seq), leaf, sealed));
          leaves.add(leaf);
        }
      }
      try (ResultSet head = statement.executeQuery("SELECT * FROM HEAD")) {
        assertThat(head.next()).isTrue();
        byte[] state = sha(tail(sealedLow), tail(sealedHigh));
        assertThat(head.getLong("size")).isEqualTo(13);
        assertThat(head.getBytes("root")).isEqualTo(treeRoot(leaves));
        assertThat(head.getBytes("frontier")).isEqualTo(frontier(leaves));
        assertThat(head.getBytes("state")).isEqualTo(state);
        assertThat(head.getBytes("tag"))
            .isEqualTo(
                hmac(
                    4,
                    ascii("parley/head/1"),
                    id,
                    u64(13),
                    treeRoot(leaves),
                    state,
                    frontier(leaves)));
        assertThat(head.next()).isFalse();
      }
      try (ResultSet seen = statement.executeQuery("SELECT * FROM SEEN ORDER BY seq")) {
        for (Entry entry : entries) {
          assertThat(seen.next()).isTrue();
          byte[] idTag = hmac(5, ascii("bob"), new byte[1], ascii(entry.id()));
          assertThat(seen.getBytes("idtag")).isEqualTo(idTag);
          assertThat(seen.getBytes("texttag"))
              .isEqualTo(hmac(5, ascii("text"), new byte[1], idTag, ascii(entry.text())));
        }
      }
    }
  }

  private static byte[] tail(byte[] sealed) {
    return Arrays.copyOfRange(sealed, sealed.length - 32, sealed.length);
  }
}
