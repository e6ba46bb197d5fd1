package org.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretBytesTest {
  @Test
  void closing_wipes_what_it_holds_and_ends_its_use() {
    byte[] taken = {1, 2, 3};
    SecretBytes secret = SecretBytes.taking(taken);
    secret.close();
    secret.close();
    assertThat(taken).containsOnly(0);
    assertThatThrownBy(secret::expose).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(secret::copy).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> secret.slice(0, 1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void copies_and_slices_live_on_their_own() {
    byte[] given = {1, 2, 3};
    SecretBytes secret = SecretBytes.copyOf(given);
    given[0] = 9;
    SecretBytes copy = secret.copy();
    SecretBytes slice = secret.slice(1, 3);
    assertThat(secret.sameAs(copy)).isTrue();
    assertThat(secret.sameAs(slice)).isFalse();
    secret.close();
    assertThat(copy.expose()).containsExactly(1, 2, 3);
    assertThat(slice.expose()).containsExactly(2, 3);
    assertThatThrownBy(() -> copy.slice(2, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> copy.slice(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> copy.slice(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_never_shows() {
    assertThat(SecretBytes.copyOf("abc".getBytes(StandardCharsets.UTF_8)).toString())
        .isEqualTo("SecretBytes[redacted]");
  }

  @Test
  void a_password_is_hashed_as_the_utf_8_of_its_nfc_form() throws Exception {
    assertThat(PasswordBytes.of("a\u0301\ud83d\udc4b".toCharArray()).expose())
        .isEqualTo("\u00e1\ud83d\udc4b".getBytes(StandardCharsets.UTF_8));
    assertThat(PasswordBytes.of("\u212b".toCharArray()).expose())
        .isEqualTo("\u00c5".getBytes(StandardCharsets.UTF_8));
    assertThat(PasswordBytes.of(" ".toCharArray()).expose()).containsExactly(' ');
    assertThatThrownBy(() -> PasswordBytes.of(new char[] {'a', '\ud83d'}))
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void hkdf_gives_what_was_asked_for_within_its_bounds() {
    SecretBytes material = SecretBytes.taking(new byte[32]);
    byte[] longest = Hkdf.derive(material, new byte[] {1}, 8160).expose();
    for (int length : new int[] {1, 31, 32, 33, 64}) {
      assertThat(Hkdf.derive(material, new byte[] {1}, length).expose())
          .isEqualTo(java.util.Arrays.copyOf(longest, length));
    }
    assertThat(Hkdf.derive(material, new byte[] {2}, 32).expose())
        .isNotEqualTo(java.util.Arrays.copyOf(longest, 32));
    assertThatThrownBy(() -> Hkdf.derive(material, new byte[0], 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hkdf.derive(material, new byte[0], 8161))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void random_bytes_are_as_many_as_asked_for_and_differ() {
    RandomSource random = RandomSource.secure();
    assertThat(random.bytes(32)).hasSize(32).isNotEqualTo(random.bytes(32));
    assertThat(random.bytes(0)).isEmpty();
  }
}
