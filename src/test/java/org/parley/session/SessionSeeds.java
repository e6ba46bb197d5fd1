package org.parley.session;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Scripts to begin with: each state, and then each kind of step, or honesty to the end. */
final class SessionSeeds {
  private static final int KINDS = 9;
  private static final int MOST_STEPS = 12;

  private SessionSeeds() {}

  static Stream<byte[]> all(int states) {
    List<byte[]> seeds = new ArrayList<>();
    for (int state = 0; state < states; state++) {
      for (int kind = 0; kind < KINDS; kind++) {
        seeds.add(new byte[] {(byte) state, 7, (byte) kind, 5, 3, 1, 2, 9, 7, 0, 7, 0, 7, 0});
      }
      ByteArrayOutputStream honest = new ByteArrayOutputStream();
      honest.write(state);
      for (int i = 0; i < MOST_STEPS; i++) {
        honest.write(7);
        honest.write(0);
      }
      seeds.add(honest.toByteArray());
    }
    return seeds.stream();
  }
}
