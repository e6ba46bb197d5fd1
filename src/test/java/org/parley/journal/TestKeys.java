package org.parley.journal;

import java.util.Arrays;
import org.parley.crypto.SecretBytes;
import org.parley.vault.JournalId;

/** Keys that tests can tell: each is 32 times one byte. */
public final class TestKeys {
  /** Journal id of tests. */
  public static final JournalId ID = JournalId.parse("00112233445566778899aabbccddeeff");

  private TestKeys() {}

  /** The bytes of a key. */
  public static byte[] raw(int of) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) of);
    return key;
  }

  /** Encrypt 1, tag 2, commit 3, head 4, id 5. */
  public static JournalKeys keys(JournalId id) {
    return JournalKeys.of(id, key(1), key(2), key(3), key(4), key(5));
  }

  /** Keys of somebody else. */
  public static JournalKeys others() {
    return JournalKeys.of(ID, key(11), key(12), key(13), key(14), key(15));
  }

  private static SecretBytes key(int of) {
    return SecretBytes.taking(raw(of));
  }
}
