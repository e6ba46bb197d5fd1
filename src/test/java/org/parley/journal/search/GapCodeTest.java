package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GapCodeTest {
  @Test
  void any_rising_numbers_come_back() {
    long seed = System.nanoTime();
    System.out.println("GapCodeTest seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 4000; run++) {
      int limit = 1 + random.nextInt(1 << 1 + random.nextInt(16));
      int[] numbers =
          random.ints(1 + random.nextInt(limit), 0, limit).sorted().distinct().toArray();
      check(numbers, limit, random.nextInt(50));
    }
  }

  @Test
  void the_ends_come_back() {
    check(new int[] {0}, 1, 0);
    check(new int[] {65535}, 65536, 3);
    int[] all = new int[65536];
    Arrays.setAll(all, i -> i);
    check(all, 65536, 1);
    int[] farApart = new int[40_001];
    Arrays.setAll(farApart, i -> i < 40_000 ? i : 65_535);
    check(farApart, 65536, 2);
  }

  private static void check(int[] numbers, int limit, int offset) {
    int k = GapCode.parameter(numbers.length, limit);
    int size = GapCode.size(numbers, numbers.length, k);
    byte[] bytes = new byte[offset + size + GapCode.SLACK];
    GapCode.write(numbers, numbers.length, k, bytes, offset);
    for (int i = offset + size; i < bytes.length; i++) {
      assertThat(bytes[i]).isZero();
    }
    int[] read = new int[numbers.length + 2];
    GapCode.read(bytes, offset, numbers.length, k, 1000, read, 1);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(read[i + 1]).isEqualTo(1000 + numbers[i]);
    }
    assertThat(read[0]).isZero();
    assertThat(read[numbers.length + 1]).isZero();
  }
}
