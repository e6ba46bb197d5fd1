package org.parley.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;

class SealTest {
  private static final byte[] PLAIN = "a draft".getBytes(StandardCharsets.UTF_8);

  private static Seal seal(SealPurpose purpose) {
    byte[] master = new byte[32];
    Arrays.fill(master, (byte) 1);
    return Seal.derived(purpose, SecretBytes.taking(master), RandomSource.secure());
  }

  @Test
  void what_was_sealed_opens_at_every_length() throws Exception {
    try (Seal seal = seal(SealPurpose.STATE)) {
      for (int length = 0; length < 70; length++) {
        byte[] plain = RandomSource.secure().bytes(length);
        byte[] sealed = seal.seal("3/00", plain);
        assertThat(sealed).hasSize(48 + 16 * (length / 16 + 1));
        assertThat(seal.open("3/00", sealed)).isEqualTo(plain);
      }
    }
  }

  @Test
  void sealing_twice_gives_other_bytes() {
    try (Seal seal = seal(SealPurpose.STATE)) {
      assertThat(seal.seal("n", PLAIN)).isNotEqualTo(seal.seal("n", PLAIN));
    }
  }

  @Test
  void another_name_or_purpose_does_not_open() {
    try (Seal seal = seal(SealPurpose.STATE);
        Seal outbox = seal(SealPurpose.OUTBOX)) {
      byte[] sealed = seal.seal("n", PLAIN);
      assertThatThrownBy(() -> seal.open("m", sealed)).isInstanceOf(SealException.class);
      assertThatThrownBy(() -> seal.open("", sealed)).isInstanceOf(SealException.class);
      assertThatThrownBy(() -> outbox.open("n", sealed)).isInstanceOf(SealException.class);
    }
  }

  @Test
  void a_name_with_a_zero_could_be_read_as_two_and_is_our_bug() {
    try (Seal seal = seal(SealPurpose.STATE)) {
      assertThatThrownBy(() -> seal.seal("a\0b", PLAIN))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void every_changed_bit_and_every_other_length_is_refused() {
    try (Seal seal = seal(SealPurpose.STATE)) {
      byte[] sealed = seal.seal("n", PLAIN);
      for (int i = 0; i < sealed.length * 8; i++) {
        byte[] changed = sealed.clone();
        changed[i / 8] ^= (byte) (1 << (i % 8));
        assertThatThrownBy(() -> seal.open("n", changed)).isInstanceOf(SealException.class);
      }
      for (int length = 0; length < sealed.length + 40; length++) {
        byte[] other = Arrays.copyOf(sealed, length);
        if (length != sealed.length) {
          assertThatThrownBy(() -> seal.open("n", other)).isInstanceOf(SealException.class);
        }
      }
    }
  }

  @Test
  void a_closed_seal_does_nothing() {
    Seal seal = seal(SealPurpose.STATE);
    byte[] sealed = seal.seal("n", PLAIN);
    seal.close();
    assertThatThrownBy(() -> seal.seal("n", PLAIN)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> seal.open("n", sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_close_in_the_middle_lets_nothing_out_that_is_sealed_under_zeros() throws Exception {
    byte[] large = new byte[200_000];
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      for (int round = 0; round < 50; round++) {
        Seal closing = seal(SealPurpose.STATE);
        Future<?> close = other.submit(closing::close);
        byte[] sealed;
        try {
          sealed = closing.seal("n", large);
        } catch (IllegalStateException e) {
          continue; // closed before or meanwhile: nothing came out
        } finally {
          close.get();
        }
        try (Seal same = seal(SealPurpose.STATE)) {
          assertThat(same.open("n", sealed)).isEqualTo(large);
        }
      }
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void a_seal_under_a_passphrase_opens_with_the_same_and_no_other() throws Exception {
    PasswordKdf kdf = TestVault.cheapKdf();
    try (Seal one = Seal.underPassphrase(SealPurpose.DIRECTORY, kdf, "one".toCharArray());
        Seal same = Seal.underPassphrase(SealPurpose.DIRECTORY, kdf, "one".toCharArray());
        Seal two = Seal.underPassphrase(SealPurpose.DIRECTORY, kdf, "two".toCharArray())) {
      byte[] sealed = one.seal("n", PLAIN);
      assertThat(same.open("n", sealed)).isEqualTo(PLAIN);
      assertThatThrownBy(() -> two.open("n", sealed)).isInstanceOf(SealException.class);
    }
    assertThatThrownBy(() -> Seal.underPassphrase(SealPurpose.DIRECTORY, kdf, new char[0]))
        .isInstanceOf(UnusablePasswordException.class);
  }

  @Test
  void a_journal_id_has_one_spelling() {
    JournalId id = JournalId.random(RandomSource.secure());
    assertThat(JournalId.parse(id.toString())).isEqualTo(id);
    assertThat(JournalId.of(id.bytes())).isEqualTo(id);
    for (String bad : new String[] {"", id + "0", id.toString().substring(1), "G".repeat(32)}) {
      assertThat(JournalId.parse(bad)).as(bad).isNull();
    }
    assertThat(JournalId.parse("ABCDEF".repeat(5) + "AB")).isNull();
  }
}
