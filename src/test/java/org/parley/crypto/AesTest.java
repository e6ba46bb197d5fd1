package org.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
