package org.parley.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PduReaderTest {
  private static final List<String> OBJECTS =
      List.of(
          "{}",
          "{\"a\":\"}{][\\\"\\\\\"}",
          "{\"a\":[{\"b\":[1,2]},\"\u4f60\ud83d\udc4b\"], \"c\" : null}",
          "{\"end\\\\\":\"\\\\\\\"\"}");

  private static List<Frame> scan(PduReader reader, byte[] stream, int... cuts) {
    List<Frame> frames = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cuts.length; i++) {
      int to = i < cuts.length ? cuts[i] : stream.length;
      while (from < to) {
        int took = reader.feed(stream, from, to - from);
        assertThat(took).isPositive();
        from += took;
        Frame frame = reader.poll();
        if (frame != null) {
          frames.add(frame);
        }
      }
    }
    return frames;
  }

  private static List<Frame> scan(String stream) {
    return scan(new PduReader(), stream.getBytes(UTF_8));
  }

  private static void assertObjects(List<Frame> frames) {
    assertThat(frames)
        .extracting(f -> new String(f.bytes(), UTF_8))
        .containsExactlyElementsOf(OBJECTS);
    assertThat(frames)
        .allSatisfy(
            frame -> {
              assertThat(frame.kind()).isEqualTo(Frame.Kind.COMPLETE);
              assertThat(frame.size()).isEqualTo(frame.bytes().length);
            });
  }

  @Test
  void objects_are_found_with_white_space_between_them_or_none() {
    assertObjects(scan(String.join("", OBJECTS)));
    assertObjects(scan(String.join("\n", OBJECTS) + "\n"));
    assertObjects(scan(" \t\r\n" + String.join(" \r\n\t\n", OBJECTS) + "  "));
  }

  @Test
  void it_does_not_matter_where_the_stream_was_cut() {
    byte[] stream = (String.join("\n", OBJECTS) + "\n").getBytes(UTF_8);
    for (int cut = 1; cut < stream.length; cut++) {
      assertObjects(scan(new PduReader(), stream, cut));
    }
    int[] everywhere = java.util.stream.IntStream.range(1, stream.length).toArray();
    assertObjects(scan(new PduReader(), stream, everywhere));
  }

  @Test
  void random_cuts_of_a_long_stream_give_the_same_frames() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      text.append("{\"n\":\"").append("x".repeat(random.nextInt(5000))).append("\"}\n");
    }
    byte[] stream = text.toString().getBytes(UTF_8);
    int[] cuts = random.ints(200, 1, stream.length).sorted().distinct().toArray();
    List<Frame> frames = scan(new PduReader(), stream, cuts);
    assertThat(frames).as("seed " + seed).hasSize(50);
    StringBuilder again = new StringBuilder();
    frames.forEach(f -> again.append(new String(f.bytes(), UTF_8)).append('\n'));
    assertThat(again.toString()).as("seed " + seed).isEqualTo(text.toString());
  }

  private static byte[] object(int size) {
    return ("{\"a\":\"" + "x".repeat(size - 8) + "\"}").getBytes(UTF_8);
  }

  @Test
  void the_limit_is_met_exactly_and_counted_from_the_first_byte_of_the_pdu() {
    for (int cut : new int[] {1, 100, 5000, 8191}) {
      byte[] fits = object(Limits.HANDSHAKE_PDU);
      assertThat(scan(new PduReader(), fits, cut).get(0).kind()).isEqualTo(Frame.Kind.COMPLETE);
      byte[] stream = (" ".repeat(20_000) + new String(fits, UTF_8)).getBytes(UTF_8);
      assertThat(scan(new PduReader(), stream, cut).get(0).kind()).isEqualTo(Frame.Kind.COMPLETE);
      Frame over = scan(new PduReader(), object(Limits.HANDSHAKE_PDU + 1), cut).get(0);
      assertThat(over.kind()).isEqualTo(Frame.Kind.OVERSIZE);
      assertThat(over.size()).isEqualTo(Limits.HANDSHAKE_PDU + 1);
      assertThat(over.bytes()).hasSize(Limits.KEPT);
    }
  }

  @Test
  void oversize_is_told_with_the_first_byte_too_many_and_not_held() {
    PduReader reader = new PduReader();
    byte[] endless = new byte[Limits.HANDSHAKE_PDU + 1];
    java.util.Arrays.fill(endless, (byte) 'x');
    endless[0] = '{';
    assertThat(reader.feed(endless, 0, Limits.HANDSHAKE_PDU)).isEqualTo(Limits.HANDSHAKE_PDU);
    assertThat(reader.poll()).isNull();
    reader.feed(endless, Limits.HANDSHAKE_PDU, 1);
    assertThat(reader.poll().kind()).isEqualTo(Frame.Kind.OVERSIZE);
    assertThat(reader.pending()).isFalse();
    // What follows is dropped, a whole object included.
    assertThat(reader.feed("{}".getBytes(UTF_8), 0, 2)).isEqualTo(2);
    assertThat(reader.poll()).isNull();
  }

  @Test
  void the_limit_can_change_between_two_pdus_of_one_segment() {
    byte[] first = object(100);
    byte[] second = object(Limits.SESSION_PDU);
    byte[] stream = new byte[first.length + second.length];
    System.arraycopy(first, 0, stream, 0, first.length);
    System.arraycopy(second, 0, stream, first.length, second.length);
    PduReader reader = new PduReader();
    int took = reader.feed(stream, 0, stream.length);
    assertThat(took).as("no byte after the first PDU was looked at").isEqualTo(first.length);
    assertThat(reader.poll().bytes()).isEqualTo(first);
    reader.setLimit(Limits.SESSION_PDU);
    assertThat(reader.feed(stream, took, stream.length - took)).isEqualTo(second.length);
    assertThat(reader.poll().bytes()).isEqualTo(second);
    byte[] over = object(Limits.SESSION_PDU + 1);
    reader.feed(over, 0, over.length);
    assertThat(reader.poll().kind()).isEqualTo(Frame.Kind.OVERSIZE);
  }

  @Test
  void a_lowered_limit_holds_for_what_is_pending() {
    PduReader reader = new PduReader(1000);
    byte[] bytes = object(500);
    reader.feed(bytes, 0, 300);
    reader.setLimit(200);
    reader.feed(bytes, 300, 1);
    assertThat(reader.poll().kind()).isEqualTo(Frame.Kind.OVERSIZE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "[1]",
        "\"a\"",
        "1",
        "null",
        "}",
        "]",
        ",",
        "\u00a0{}",
        "\ufeff{}",
        "\u0000",
        "GET / HTTP/1.1\r\n",
        "{\"a\":[}",
        "{\"a\":{]",
        "{]",
        "{\"a\":[{]}",
        "{\"a\":[[[[[[[[",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
      })
  void what_cannot_be_a_pdu_is_garbage_at_its_first_wrong_byte(String text) {
    List<Frame> frames = scan(text + " {}");
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).kind()).isEqualTo(Frame.Kind.GARBAGE);
    byte[] bytes = text.getBytes(UTF_8);
    for (int cut = 1; cut < bytes.length; cut++) {
      assertThat(scan(new PduReader(), bytes, cut)).hasSize(1);
    }
    assertThat(new String(frames.get(0).bytes(), UTF_8).length())
        .isLessThanOrEqualTo(text.length());
  }

  @Test
  void depth_8_is_complete() {
    String deep = "{\"a\":[[[[[[[]]]]]]]}";
    assertThat(scan(deep).get(0).kind()).isEqualTo(Frame.Kind.COMPLETE);
  }

  @Test
  void garbage_late_in_a_long_pdu_keeps_its_beginning_only() {
    String text = "{\"a\":\"" + "x".repeat(6000) + "\"]";
    Frame frame = scan(text).get(0);
    assertThat(frame.kind()).isEqualTo(Frame.Kind.GARBAGE);
    assertThat(frame.size()).isEqualTo(text.length());
    assertThat(new String(frame.bytes(), UTF_8)).isEqualTo(text.substring(0, Limits.KEPT));
    PduReader reader = new PduReader();
    Frame cut = scan(reader, text.getBytes(UTF_8), 10, 5000).get(0);
    assertThat(new String(cut.bytes(), UTF_8)).isEqualTo(text.substring(0, Limits.KEPT));
    assertThat(cut.size()).isEqualTo(text.length());
  }

  @Test
  void an_unfinished_pdu_is_pending_white_space_is_not() {
    PduReader reader = new PduReader();
    assertThat(reader.pending()).isFalse();
    reader.feed("\n \n".getBytes(UTF_8), 0, 3);
    assertThat(reader.pending()).isFalse();
    reader.feed("{".getBytes(UTF_8), 0, 1);
    assertThat(reader.pending()).isTrue();
    reader.feed("}".getBytes(UTF_8), 0, 1);
    assertThat(reader.poll()).isNotNull();
    assertThat(reader.pending()).isFalse();
  }

  @Test
  void a_frame_is_polled_once_and_before_more_is_fed() {
    PduReader reader = new PduReader();
    byte[] two = "{}{}".getBytes(UTF_8);
    reader.feed(two, 0, 4);
    assertThatThrownBy(() -> reader.feed(two, 2, 2)).isInstanceOf(IllegalStateException.class);
    assertThat(reader.poll()).isNotNull();
    assertThat(reader.poll()).isNull();
    assertThatThrownBy(() -> reader.feed(two, 3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
