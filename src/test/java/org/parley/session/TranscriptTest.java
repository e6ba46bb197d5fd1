package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.crypto.AesCbc;
import org.parley.crypto.HmacSha256;
import org.parley.crypto.ModpGroup14;
import org.parley.crypto.SecretBytes;
import org.parley.crypto.Sha256;
import org.parley.wire.Frame;
import org.parley.wire.PduReader;
import org.parley.wire.PduWriter;

/** Both roles reproduce every transcript of vectors/classic.json byte for byte. */
class TranscriptTest {
  static Stream<Transcript> transcripts() throws Exception {
    return Transcript.all().stream();
  }

  private static void same(byte[] wire, Transcript.Line line) {
    if (line.wire() != null) {
      assertThat(new String(wire, StandardCharsets.UTF_8))
          .as(line.type())
          .isEqualTo(new String(line.wire(), StandardCharsets.UTF_8));
    } else {
      assertThat(HexFormat.of().formatHex(Sha256.of(wire))).isEqualTo(line.sha256());
    }
  }

  private static List<byte[]> sent(Reaction reaction) {
    return reaction.events().stream()
        .filter(e -> e.direction() == Direction.SENT)
        .map(PduEvent::wire)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void the_contact_secret_is_that_of_the_transcript(Transcript t) throws Exception {
    char[] password = t.string("password").toCharArray();
    assertThat(ContactSecret.salt(t.initiator(), t.responder())).isEqualTo(t.bytes("salt"));
    assertThat(ContactSecret.salt(t.responder(), t.initiator())).isEqualTo(t.bytes("salt"));
    try (SecretBytes secret = ContactSecret.derive(password, t.responder(), t.initiator())) {
      assertThat(secret.expose()).isEqualTo(t.bytes("contact_secret"));
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void both_ends_agree_on_the_transcripts_shared_value(Transcript t) throws Exception {
    for (String[] ends : new String[][] {{"initiator", "responder"}, {"responder", "initiator"}}) {
      byte[] theirs = ModpGroup14.publicValue(t.secret(ends[1] + "_private"));
      try (SecretBytes shared =
          ModpGroup14.agree(t.secret(ends[0] + "_private"), ModpGroup14.checkPublic(theirs))) {
        assertThat(shared.expose()).isEqualTo(t.bytes("dhsk"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void the_key_chain_is_that_of_the_transcript(Transcript t) throws Exception {
    try (SessionKeys keys =
        SessionKeys.derive(
            t.secret("contact_secret"), t.initiator(), t.responder(), t.secret("dhsk"))) {
      assertThat(keys.encrypt(new byte[0]))
          .isEqualTo(AesCbc.encrypt(t.secret("enc_key"), t.bytes("iv"), new byte[0]));
      assertThat(keys.mac(new byte[] {1}))
          .isEqualTo(HmacSha256.of(t.secret("hmac_key"), new byte[] {1}));
      assertThat(keys.response(SessionKeys.Role.INITIATOR, new byte[] {2}))
          .isEqualTo(
              HmacSha256.of(
                  t.secret("chap_secret"),
                  "initiator".getBytes(StandardCharsets.US_ASCII),
                  new byte[] {2}));
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void the_two_machines_together_say_what_the_transcript_says(Transcript t) throws Exception {
    List<Transcript.Line> lines = t.lines();
    Initiator initiator = t.newInitiator();
    Responder responder = t.newResponder();
    int said = 0;
    responder.start(Transcript.at(0));
    Reaction last = initiator.start(Transcript.at(0));
    SessionMachine speaker = initiator;
    SessionEnd[] ends = new SessionEnd[2];
    while (true) {
      SessionMachine listener = speaker == initiator ? responder : initiator;
      List<byte[]> now = sent(last);
      assertThat(now).hasSize(1);
      same(now.get(0), lines.get(said));
      assertThat(lines.get(said).fromInitiator()).isEqualTo(speaker == initiator);
      said++;
      ends[speaker == initiator ? 0 : 1] = last.end();
      Reaction heard = listener.received(Frame.of(now.get(0)), Transcript.at(said));
      if (said == lines.size()) {
        ends[1] = heard.end();
        break;
      }
      if (last.next() == Reaction.Next.RESUME) { // the ack of step 9, and then the text
        assertThat(heard.next()).isEqualTo(Reaction.Next.RECEIVE);
        last = speaker.resume(Transcript.at(said));
      } else {
        speaker = listener;
        last = spoken(heard, responder, listener, t, Transcript.at(said));
      }
    }
    assertThat(ends[0].kind()).isEqualTo(EndKind.DELIVERED);
    assertThat(ends[1].kind()).isEqualTo(EndKind.COMPLETED);
  }

  /** What the listener says in the end, when its driver has done its part. */
  private static Reaction spoken(
      Reaction heard, Responder responder, SessionMachine listener, Transcript t, Now now)
      throws Exception {
    return switch (heard.next()) {
      case RESUME -> sent(heard).isEmpty() ? listener.resume(now) : heard;
      case ANSWER -> {
        assertThat(heard.events()).isEmpty();
        assertThat(heard.offer().peer()).isEqualTo(t.initiator());
        assertThat(heard.offer().id()).isEqualTo(t.text().id());
        assertThat(heard.offer().text().getBytes(StandardCharsets.UTF_8))
            .isEqualTo(t.text().utf8());
        yield responder.answered(Verdict.STORED, now);
      }
      case RECEIVE, END -> heard;
    };
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void the_initiator_alone_answers_the_recorded_responder(Transcript t) throws Exception {
    Initiator initiator = t.newInitiator();
    List<byte[]> said = new ArrayList<>(sent(initiator.start(Transcript.at(0))));
    List<Transcript.Line> lines = t.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).fromInitiator()) {
        Reaction reaction = initiator.received(Frame.of(lines.get(i).wire()), Transcript.at(i + 1));
        said.addAll(sent(reaction));
        if (reaction.next() == Reaction.Next.RESUME) {
          said.addAll(sent(initiator.resume(Transcript.at(i + 2))));
        }
      }
    }
    List<Transcript.Line> own = lines.stream().filter(Transcript.Line::fromInitiator).toList();
    assertThat(said).hasSameSizeAs(own);
    for (int i = 0; i < own.size(); i++) {
      same(said.get(i), own.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void the_responder_alone_answers_the_recorded_initiator(Transcript t) throws Exception {
    Responder responder = t.newResponder();
    responder.start(Transcript.at(0));
    List<byte[]> said = new ArrayList<>();
    List<Transcript.Line> lines = t.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).fromInitiator()) {
        byte[] wire = lines.get(i).wire() != null ? lines.get(i).wire() : recordedText(t, i);
        same(wire, lines.get(i));
        Reaction reaction = responder.received(Frame.of(wire), Transcript.at(i + 1));
        said.addAll(sent(spoken(reaction, responder, responder, t, Transcript.at(i + 1))));
      }
    }
    List<Transcript.Line> own = lines.stream().filter(l -> !l.fromInitiator()).toList();
    assertThat(said).hasSameSizeAs(own);
    for (int i = 0; i < own.size(); i++) {
      same(said.get(i), own.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void it_hears_the_same_however_the_stream_was_cut(Transcript t) throws Exception {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<Transcript.Line> lines = t.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).fromInitiator()) {
        byte[] wire = lines.get(i).wire() != null ? lines.get(i).wire() : recordedText(t, i);
        stream.writeBytes(PduWriter.line(wire));
      }
    }
    byte[] bytes = stream.toByteArray();
    for (int chunk : new int[] {1, 7, 1000, bytes.length}) {
      Responder responder = t.newResponder();
      PduReader reader = new PduReader();
      responder.start(Transcript.at(0));
      Reaction last = null;
      for (int from = 0; from < bytes.length; ) {
        int took = reader.feed(bytes, from, Math.min(chunk, bytes.length - from));
        from += took;
        Frame frame = reader.poll();
        if (frame != null) {
          last = responder.received(frame, Transcript.at(0));
          last = spoken(last, responder, responder, t, Transcript.at(0));
          reader.setLimit(responder.pduLimit());
        }
      }
      assertThat(last.end().kind()).as("cut every " + chunk).isEqualTo(EndKind.COMPLETED);
      assertThat(reader.pending()).isFalse();
    }
  }

  /** The text that the file leaves out for its length, rebuilt by the test's own forge. */
  private static byte[] recordedText(Transcript t, int line) throws Exception {
    try (SessionKeys keys =
        SessionKeys.derive(
            t.secret("contact_secret"), t.initiator(), t.responder(), t.secret("dhsk"))) {
      return new Forge(keys)
          .authenticated("text", Transcript.at(line).wallMillis(), t.text().utf8())
          .id(t.text().id())
          .wire();
    }
  }
}
