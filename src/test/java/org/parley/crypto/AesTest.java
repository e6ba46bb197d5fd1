package org.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AesTest {
  private final SecretBytes key = SecretBytes.taking(new byte[32]);
  private final byte[] iv = new byte[16];

  @Test
  void every_length_is_padded_to_the_next_full_block() throws Exception {
    for (int length = 0; length <= 48; length++) {
      byte[] sealed = AesCbc.encrypt(key, iv, new byte[length]);
      assertThat(sealed).hasSize((length / 16 + 1) * 16);
      assertThat(AesCbc.decrypt(key, iv, sealed)).hasSize(length);
    }
  }

  @Test
  void a_ciphertext_without_padding_or_of_a_wrong_length_is_refused() {
    for (int length : new int[] {0, 1, 15, 16, 17, 32}) {
      assertThatThrownBy(() -> AesCbc.decrypt(key, iv, new byte[length]))
          .isInstanceOf(CryptoException.class);
    }
  }

  @Test
  void the_offset_leaves_out_what_stands_before() throws Exception {
    byte[] sealed = AesCbc.encrypt(key, iv, new byte[] {1, 2, 3});
    byte[] whole = new byte[21];
    System.arraycopy(sealed, 0, whole, 5, 16);
    assertThat(AesCbc.decrypt(key, iv, whole, 5)).isEqualTo(new byte[] {1, 2, 3});
    assertThatThrownBy(() -> AesCbc.decrypt(key, iv, whole, 21))
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void gcm_notices_every_change() {
    byte[] nonce = new byte[12];
    byte[] sealed = AesGcm.seal(key, nonce, new byte[] {1}, new byte[] {2, 3});
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> AesGcm.open(key, nonce, new byte[] {1}, changed))
          .isInstanceOf(CryptoException.class);
    }
    assertThatThrownBy(() -> AesGcm.open(key, nonce, new byte[] {9}, sealed))
        .isInstanceOf(CryptoException.class);
    assertThatThrownBy(() -> AesGcm.open(key, nonce, new byte[] {1}, new byte[3]))
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void keys_ivs_and_nonces_of_other_sizes_are_a_bug() {
    SecretBytes shortKey = SecretBytes.taking(new byte[16]);
    assertThatThrownBy(() -> AesCbc.encrypt(shortKey, iv, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AesCbc.encrypt(key, new byte[12], new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AesGcm.seal(key, iv, new byte[0], new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void xts_gives_what_ieee_1619_says() {
    // Vector 1 of annex B: both keys and the number of the unit are 0, and so is the plaintext.
    byte[] unit = new byte[AesXts.UNIT];
    byte[] published =
        HexFormat.of().parseHex("917cf69ebd68b2ec9b9fe9a3eadda692cd43d2f59598ed858c02c2652fbf922e");
    System.arraycopy(published, 0, unit, 0, published.length);
    new AesXts(new byte[AesXts.KEY_SIZE]).decrypt(0, unit);
    assertThat(Arrays.copyOf(unit, published.length)).containsOnly(0);
  }

  @Test
  void xts_units_do_not_depend_on_each_other() {
    byte[] both = new byte[2 * AesXts.UNIT];
    Arrays.fill(both, (byte) 7);
    byte[] second = Arrays.copyOf(both, AesXts.UNIT);
    AesXts xts = new AesXts(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    xts.decrypt(41, both);
    xts.decrypt(42, second);
    assertThat(Arrays.copyOfRange(both, AesXts.UNIT, both.length)).isEqualTo(second);
    assertThat(Arrays.copyOf(both, AesXts.UNIT)).isNotEqualTo(second);
    assertThatThrownBy(() -> xts.decrypt(0, new byte[100]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AesXts(new byte[32])).isInstanceOf(IllegalArgumentException.class);
  }
}
