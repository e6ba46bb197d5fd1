package org.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** One stream, cut in two ways: the first bytes say how. */
class PduReaderFuzz {
  private static final int LIMIT = 300;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "\u0001{\"a\":\"}\\\"{\"}\n{\"b\":[{},[]]} {} ",
            "\u0007{\"a\":1}{\"a\":2}GET / HTTP/1.1",
            "\u0003{[}]",
            "\u0010{\"a\":\"" + "x".repeat(LIMIT) + "\"}",
            "\u0002{\"a\":[[[[[[[[1]]]]]]]]}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10s")
  void it_hears_the_same_however_the_stream_was_cut_and_holds_no_more_than_the_limit(byte[] data) {
    if (data.length == 0) {
      return;
    }
    List<Frame> whole = frames(data, data.length);
    List<Frame> cut = frames(data, 1 + (data[0] & 15));
    assertThat(cut).hasSameSizeAs(whole);
    for (int i = 0; i < whole.size(); i++) {
      Frame frame = whole.get(i);
      assertThat(cut.get(i).kind()).isEqualTo(frame.kind());
      assertThat(cut.get(i).bytes()).isEqualTo(frame.bytes());
      assertThat(cut.get(i).size()).isEqualTo(frame.size());
      assertThat(frame.size()).isLessThanOrEqualTo(LIMIT + 1);
      if (frame.kind() == Frame.Kind.COMPLETE) {
        assertThat(frame.bytes()[0]).isEqualTo((byte) '{');
        assertThat(frame.bytes()[frame.size() - 1]).isEqualTo((byte) '}');
      } else {
        assertThat(i).as("nothing comes after what is lost").isEqualTo(whole.size() - 1);
      }
    }
  }

  private static List<Frame> frames(byte[] data, int chunk) {
    PduReader reader = new PduReader(LIMIT);
    List<Frame> frames = new ArrayList<>();
    for (int at = 1; at < data.length; at += chunk) {
      int end = Math.min(data.length, at + chunk);
      int from = at;
      while (from < end) {
        int taken = reader.feed(data, from, end - from);
        assertThat(taken).isPositive();
        from += taken;
        Frame frame = reader.poll();
        if (frame != null) {
          frames.add(frame);
        }
      }
    }
    return frames;
  }
}
