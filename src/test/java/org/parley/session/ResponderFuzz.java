package org.parley.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The responder's machine, from any of its states, against a peer that does what some bytes say.
 */
class ResponderFuzz {
  private static final List<State> STATES =
      Stage.waiting().filter(ResponderState.class::isInstance).toList();

  static Stream<byte[]> seeds() {
    return SessionSeeds.all(STATES.size());
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10s")
  void nothing_throws_and_nothing_is_taken_that_is_not_authentic(byte[] data) throws Exception {
    if (data.length > 0) {
      Stage stage = Stage.at(STATES.get((data[0] & 0xff) % STATES.size()));
      new SessionScript(stage, data).run();
    }
  }
}
