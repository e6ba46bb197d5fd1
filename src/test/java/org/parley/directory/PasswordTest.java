package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.crypto.RandomSource;

class PasswordTest {
  private static String generated(RandomSource random) {
    return new String(new PasswordGenerator(random).next().chars());
  }

  @Test
  void a_generated_password_has_five_groups_of_an_alphabet_of_32() {
    Set<Integer> letters = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      String password = generated(RandomSource.secure());
      assertThat(password).matches("[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){4}");
      password.replace("-", "").chars().forEach(letters::add);
      all.add(password);
    }
    assertThat(letters).hasSize(32);
    assertThat(all).hasSize(200);
    assertThat(PasswordGenerator.BITS).isEqualTo(25 * 5).isGreaterThanOrEqualTo(120);
  }

  @Test
  void every_value_of_a_random_byte_makes_each_letter_as_likely() {
    int[] counts = new int[128];
    for (int value = 0; value < 256; value++) {
      byte same = (byte) value;
      String password =
          generated(
              count -> {
                byte[] bytes = new byte[count];
                java.util.Arrays.fill(bytes, same);
                return bytes;
              });
      counts[password.charAt(0)]++;
    }
    assertThat(java.util.Arrays.stream(counts).filter(c -> c > 0)).hasSize(32).containsOnly(8);
  }

  @ParameterizedTest
  @CsvSource({
    "'', VERY_WEAK",
    "a, VERY_WEAK",
    "password, VERY_WEAK",
    "P@ssw0rd, VERY_WEAK",
    "password123, VERY_WEAK",
    "passwordpasswordpassword, VERY_WEAK",
    "aaaaaaaaaaaaaaaaaaaaaaaa, VERY_WEAK",
    "abcdefghijklmnopqrstuvwxyz, VERY_WEAK",
    "12345678901234567890, VERY_WEAK",
    "qwertyuiop, VERY_WEAK",
    "abcabcabcabcabcabc, VERY_WEAK",
    "xkq8, VERY_WEAK",
    "correcthorsebatterystaple, WEAK",
    "T7#kq9Lz, FAIR",
    "k7w2m-9xq4t-b3rfz, STRONG",
    "T7#kq9Lz!mW2, STRONG",
    "天地玄黄宇宙洪荒, STRONG",
  })
  void a_typed_password_is_judged_with_caution(String typed, PasswordStrength.Level level) {
    assertThat(PasswordStrength.of(typed.toCharArray()).level()).isEqualTo(level);
  }

  @Test
  void a_generated_password_is_always_strong() {
    for (int i = 0; i < 200; i++) {
      assertThat(PasswordStrength.of(generated(RandomSource.secure()).toCharArray()).level())
          .isEqualTo(PasswordStrength.Level.STRONG);
    }
  }

  @Test
  void more_characters_never_make_it_worse_by_much_and_a_long_one_is_quick() {
    int before = PasswordStrength.of("T7#kq9Lz".toCharArray()).bits();
    assertThat(PasswordStrength.of("T7#kq9LzVb4%".toCharArray()).bits()).isGreaterThan(before);
    assertThat(PasswordStrength.of("x".repeat(1_000_000).toCharArray()).bits()).isLessThan(256);
  }

  @Test
  void a_password_compares_by_its_characters_and_is_wiped() {
    Password one = Password.of("geheim".toCharArray());
    Password copy = one.copy();
    assertThat(one.sameAs(copy)).isTrue();
    for (String other : new String[] {"", "geheiM", "gehei", "geheimx"}) {
      assertThat(one.sameAs(Password.of(other.toCharArray()))).isFalse();
    }
    one.close();
    assertThatThrownBy(one::chars).isInstanceOf(IllegalStateException.class);
    assertThat(copy.chars()).containsExactly('g', 'e', 'h', 'e', 'i', 'm');
    assertThat(copy).hasToString("Password[redacted]");
  }
}
