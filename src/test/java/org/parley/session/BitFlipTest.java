package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.wire.Frame;
import org.parley.wire.PduReader;

/** One bit of every byte of every PDU, in the state that awaits it. */
class BitFlipTest {
  static Stream<State> waiting() {
    return Stage.waiting();
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void a_flipped_bit_is_never_taken(State state) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int size = Stage.at(state).honest().wire().length;
    for (int at = 0; at < size; at++) {
      Stage stage = Stage.at(state);
      byte[] wire = stage.honest().wire();
      int bit = random.nextInt(8);
      wire[at] ^= (byte) (1 << bit);
      Frame frame = scanned(wire, stage.machine.pduLimit());
      if (frame == null) {
        continue; // it has no end any more: waited for until the deadline
      }
      Reaction reaction = stage.machine.received(frame, stage.now);
      assertThat(Stage.heard(reaction).get(0).outcome().kind())
          .as("%s, byte %d, bit %d", stage, at, bit)
          .isEqualTo(Outcome.Kind.REJECTED);
      assertThat(reaction.next()).isEqualTo(Reaction.Next.END);
    }
  }

  private static Frame scanned(byte[] wire, int limit) {
    PduReader reader = new PduReader(limit);
    int taken = reader.feed(wire, 0, wire.length);
    Frame frame = reader.poll();
    assertThat(taken).isPositive();
    return frame;
  }
}
