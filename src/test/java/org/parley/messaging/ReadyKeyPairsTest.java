package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.parley.crypto.ModpGroup14;
import org.parley.crypto.ModpKeyPair;
import org.parley.crypto.RandomSource;

class ReadyKeyPairsTest {
  private final RandomSource secure = RandomSource.secure();
  private final ConcurrentLinkedQueue<byte[]> given = new ConcurrentLinkedQueue<>();
  private final RandomSource noted =
      count -> {
        byte[] bytes = secure.bytes(count);
        given.add(bytes);
        return bytes;
      };

  @Test
  void givesEachPairOnceAndMakesMore() throws Exception {
    try (ReadyKeyPairs pairs = new ReadyKeyPairs(secure)) {
      Set<String> values = new HashSet<>();
      for (int i = 0; i < 3 * ReadyKeyPairs.MOST; i++) {
        ModpKeyPair pair = pairs.keyPair();
        assertThat(pair.publicValue()).isEqualTo(ModpGroup14.publicValue(pair.exponent()));
        values.add(HexFormat.of().formatHex(pair.publicValue()));
      }
      assertThat(values).hasSize(3 * ReadyKeyPairs.MOST);
      await(() -> pairs.waiting() == ReadyKeyPairs.MOST);
    }
  }

  @Test
  void wipesWhatWasNotGiven() throws Exception {
    List<ModpKeyPair> taken = new ArrayList<>();
    ReadyKeyPairs pairs = new ReadyKeyPairs(noted);
    await(() -> pairs.waiting() == ReadyKeyPairs.MOST);
    taken.add(pairs.keyPair());
    await(() -> pairs.waiting() == ReadyKeyPairs.MOST);
    pairs.close();
    assertThat(pairs.waiting()).isZero();
    assertThat(given).hasSize(ReadyKeyPairs.MOST + 1);
    assertThat(given.stream().filter(bytes -> !isZero(bytes)))
        .as("only the pair that was taken is its taker's to wipe")
        .containsExactly(taken.get(0).exponent().expose());
    taken.get(0).close();
    assertThat(given).allMatch(ReadyKeyPairsTest::isZero);
    assertThatThrownBy(() -> taken.get(0).exponent().expose())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsNothingThatIsMadeAfterItsEnd() throws Exception {
    ReadyKeyPairs pairs = new ReadyKeyPairs(noted);
    pairs.close();
    ModpKeyPair late = pairs.keyPair();
    assertThat(late.publicValue()).isEqualTo(ModpGroup14.publicValue(late.exponent()));
    late.close();
    assertThat(pairs.waiting()).isZero();
    await(() -> given.stream().allMatch(ReadyKeyPairsTest::isZero));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(5); // the maker's thread tells nobody that it has ended
    }
  }

  private static boolean isZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
