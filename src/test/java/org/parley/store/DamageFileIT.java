package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;
import static org.parley.store.TestProfile.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Finding;
import org.parley.journal.ForeignDatabaseException;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.StoredEntry;
import org.parley.journal.verify.Verification;

/**
 * The encrypted file itself, changed by somebody who cannot read it, or by a bad disk. Where the
 * database can still be read, every row is there or a finding says which is not; else the journal
 * says that it cannot be read. The file is there afterwards, whatever happened.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamageFileIT {
  private static final int ROWS = 30;
  private static final int ROUNDS = 60;

  @TempDir Path root;
  private TestProfile profile;
  private byte[] good;
  private byte[] anchor;
  private byte[] copy;

  @BeforeEach
  void thirty_messages() throws Exception {
    profile = new TestProfile(root);
    try (Journal journal = profile.create()) {
      for (int i = 0; i < ROWS; i++) {
        commit(journal, received("bob", "message " + i));
      }
    }
    good = Files.readAllBytes(profile.database());
    anchor = Files.readAllBytes(profile.anchor());
    copy = Files.readAllBytes(profile.anchorCopy());
  }

  /** What became of it. */
  private enum Outcome {
    HARMLESS,
    FOUND,
    FOREIGN,
    CANNOT_BE_READ
  }

  private Outcome after(byte[] damaged, String about) throws Exception {
    Files.write(profile.database(), damaged);
    Files.write(profile.anchor(), anchor);
    Files.write(profile.anchorCopy(), copy);
    try {
      return opened(about);
    } catch (ForeignDatabaseException e) {
      return Outcome.FOREIGN;
    } catch (JournalException e) {
      assertThat(e).as(about).hasMessageNotContainingAny("null", "Exception");
      return Outcome.CANNOT_BE_READ;
    } finally {
      assertThat(profile.database()).as(about).exists();
      assertThat(Files.size(profile.database())).as(about).isPositive();
    }
  }

  private Outcome opened(String about) throws Exception {
    try (Journal journal = profile.open()) {
      List<Finding> findings = new ArrayList<>(journal.findings());
      Verification verification = verify(journal);
      findings.addAll(verification.findings());
      if (!findings.isEmpty()) {
        return Outcome.FOUND;
      }
      List<String> texts = new ArrayList<>();
      for (StoredEntry row : journal.read(0, ROWS).rows()) {
        texts.add(row.entry().text());
      }
      assertThat(texts).as(about).hasSize(ROWS).startsWith("message 0").endsWith("message 29");
      return Outcome.HARMLESS;
    }
  }

  @Test
  void a_bit_anywhere() throws Exception {
    long seed = System.nanoTime();
    System.out.println("DamageFileIT seed " + seed);
    Random random = new Random(seed);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bad = good.clone();
      int at = random.nextInt(bad.length);
      bad[at] ^= (byte) (1 << random.nextInt(8));
      outcomes.merge(after(bad, "seed " + seed + ", byte " + at), 1, Integer::sum);
    }
    print("bit", outcomes);
    // The file has free space, and the headers of older states.
    assertThat(outcomes.getOrDefault(Outcome.HARMLESS, 0)).isLessThan(ROUNDS);
    assertThat(after(good, "nothing was done")).isEqualTo(Outcome.HARMLESS);
  }

  @Test
  void a_block_that_is_zero_another_one_or_gone() throws Exception {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    int block = 4096;
    for (int at = 0; at + block <= good.length; at += block) {
      byte[] zero = good.clone();
      java.util.Arrays.fill(zero, at, at + block, (byte) 0);
      outcomes.merge(after(zero, "zeros at " + at), 1, Integer::sum);
      byte[] swapped = good.clone();
      int other = (at + good.length / 2) / block * block % (good.length - block);
      System.arraycopy(good, other, swapped, at, block);
      outcomes.merge(after(swapped, "a copy of " + other + " at " + at), 1, Integer::sum);
      outcomes.merge(after(java.util.Arrays.copyOf(good, at), "cut at " + at), 1, Integer::sum);
    }
    print("block", outcomes);
    assertThat(outcomes.getOrDefault(Outcome.HARMLESS, 0)).isLessThan(3 * good.length / block);
  }

  private static void print(String what, Map<Outcome, Integer> outcomes) {
    System.out.println("DamageFileIT: a " + what + ": " + outcomes);
  }
}
