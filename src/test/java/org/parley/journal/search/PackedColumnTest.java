package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedColumnTest {
  @Test
  void any_longs_come_back() {
    long seed = System.nanoTime();
    System.out.println("PackedColumnTest seed " + seed);
    Random random = new Random(seed);
    for (int bits = 0; bits <= 64; bits++) {
      PackedColumn column = new PackedColumn();
      long[] values = new long[9000];
      long base = random.nextLong();
      for (int i = 0; i < values.length; i++) {
        values[i] = base + (bits == 0 ? 0 : random.nextLong() >>> 64 - bits);
        column.add(values[i]);
      }
      for (int i = 0; i < values.length; i++) {
        assertThat(column.get(i)).isEqualTo(values[i]);
      }
    }
  }

  @Test
  void rising_ones_are_counted() {
    PackedColumn column = new PackedColumn();
    for (int i = 0; i < 10_000; i++) {
      column.add(3L * i);
    }
    assertThat(column.countBelow(-5)).isZero();
    assertThat(column.countBelow(0)).isZero();
    assertThat(column.countBelow(1)).isEqualTo(1);
    assertThat(column.countBelow(15_000)).isEqualTo(5000);
    assertThat(column.countBelow(Long.MAX_VALUE)).isEqualTo(10_000);
  }
}
