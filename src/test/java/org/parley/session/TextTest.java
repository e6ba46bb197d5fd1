package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/** Steps 10 to 12: the text, its verdict, and what each answer means to the one who sent it. */
class TextTest {
  private static Stage awaitingText() {
    return Stage.at(ResponderState.AWAIT_TEXT);
  }

  private static Reaction send(Stage stage, byte[] text) {
    long now = stage.now.wallMillis();
    return stage.receive(stage.forge.authenticated("text", now, text).id(Stage.ID).wire());
  }

  private static Pdu answer(Reaction reaction) {
    assertThat(reaction.events()).hasSize(2);
    assertThat(reaction.events().get(0).direction()).isEqualTo(Direction.RECEIVED);
    assertThat(reaction.events().get(0).isText()).isTrue();
    assertThat(reaction.events().get(1).direction()).isEqualTo(Direction.SENT);
    return reaction.events().get(1).pdu();
  }

  @Test
  void a_text_that_is_empty_too_long_or_no_utf_8_is_refused_unasked() {
    byte[] tooLong = new byte[65_537];
    Arrays.fill(tooLong, (byte) 'x');
    List<byte[]> bad =
        List.of(
            new byte[0],
            tooLong,
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0x80}, // an overlong zero
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, // a surrogate
            new byte[] {'a', (byte) 0xe4}); // cut off
    for (byte[] text : bad) {
      Reaction end = send(awaitingText(), text);
      assertThat(end.offer()).isNull();
      assertThat(answer(end).reason()).isEqualTo("refused");
      assertThat(end.events().get(0).outcome().text()).isEqualTo("rejected: text");
      assertThat(end.end().kind()).isEqualTo(EndKind.TEXT_NOT_TAKEN);
      assertThat(end.end().reason()).isEqualTo(NackReason.REFUSED);
    }
  }

  @Test
  void one_byte_and_64_kib_are_offered_as_they_are() {
    for (int size : new int[] {1, 65_536}) {
      Stage stage = awaitingText();
      byte[] text = new byte[size];
      Arrays.fill(text, (byte) 'x');
      Reaction reaction = send(stage, text);
      assertThat(reaction.next()).isEqualTo(Reaction.Next.ANSWER);
      assertThat(reaction.events()).as("held back until the verdict").isEmpty();
      assertThat(reaction.offer().text()).isEqualTo("x".repeat(size));
      assertThat(reaction.offer().id()).isEqualTo(Stage.ID);
      assertThat(reaction.offer().peer()).isEqualTo(Stage.T.initiator());
      assertThat(reaction.offer().toString()).doesNotContain("xx");
    }
  }

  private static Stage offered() {
    Stage stage = awaitingText();
    assertThat(stage.receive(stage.honest().wire()).next()).isEqualTo(Reaction.Next.ANSWER);
    return stage;
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void each_verdict_has_its_outcome_its_answer_and_its_end(Verdict verdict) {
    Stage stage = offered();
    Responder responder = (Responder) stage.machine;
    Reaction reaction = responder.answered(verdict, stage.later(3));
    Pdu answer = answer(reaction);
    PduEvent text = reaction.events().get(0);
    assertThat(text.body()).isEqualTo(stage.body());
    assertThat(text.id()).isEqualTo(Stage.ID);
    assertThat(text.at()).as("when it came, not when it was answered").isEqualTo(stage.now);
    assertThat(answer.timestamp()).isEqualTo(stage.now.wallMillis() + 3);
    String outcome =
        switch (verdict) {
          case STORED -> "ok";
          case AGAIN -> "again";
          case ID_REUSED -> "rejected: id_reused";
          case STORAGE -> "rejected: storage";
        };
    assertThat(text.outcome().text()).isEqualTo(outcome);
    switch (verdict) {
      case STORED, AGAIN -> {
        assertThat(answer.type()).isEqualTo(MsgType.ACK);
        assertThat(reaction.next()).isEqualTo(Reaction.Next.RECEIVE);
        assertThat(text.state()).isEqualTo("await_close");
      }
      case ID_REUSED, STORAGE -> {
        assertThat(answer.type()).isEqualTo(MsgType.NACK);
        assertThat(answer.reason()).isEqualTo(verdict == Verdict.STORAGE ? "storage" : "refused");
        assertThat(reaction.end().kind()).isEqualTo(EndKind.TEXT_NOT_TAKEN);
      }
    }
  }

  @Test
  void a_commit_that_fails_turns_the_unwritten_ack_into_a_nack() {
    for (Verdict verdict : List.of(Verdict.STORED, Verdict.AGAIN)) {
      Stage stage = offered();
      Responder responder = (Responder) stage.machine;
      Pdu ack = answer(responder.answered(verdict, stage.now));
      Reaction failed = responder.storageFailed(stage.now);
      Pdu nack = answer(failed);
      assertThat(nack.type()).isEqualTo(MsgType.NACK);
      assertThat(nack.reason()).isEqualTo("storage");
      assertThat(nack.timestamp()).isGreaterThan(ack.timestamp());
      assertThat(failed.events().get(0).outcome().text()).isEqualTo("rejected: storage");
      assertThat(failed.end().kind()).isEqualTo(EndKind.TEXT_NOT_TAKEN);
      assertThat(failed.end().reason()).isEqualTo(NackReason.STORAGE);
    }
  }

  @Test
  void the_ack_cannot_be_taken_back_once_the_peer_has_spoken() {
    Stage stage = Stage.at(ResponderState.AWAIT_CLOSE);
    Responder responder = (Responder) stage.machine;
    stage.receive(stage.honest().wire());
    assertThatThrownBy(() -> responder.storageFailed(stage.now))
        .isInstanceOf(IllegalStateException.class);
    Stage unasked = awaitingText();
    assertThatThrownBy(() -> ((Responder) unasked.machine).storageFailed(unasked.now))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ((Responder) unasked.machine).answered(Verdict.STORED, unasked.now))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothing_is_received_while_the_text_is_being_stored() {
    Stage stage = offered();
    assertThatThrownBy(() -> stage.receive(stage.honest().wire()))
        .isInstanceOf(IllegalStateException.class);
    Reaction lost = stage.machine.connectionLost(stage.now);
    assertThat(lost.events()).hasSize(1);
    assertThat(lost.events().get(0).outcome().text()).isEqualTo("rejected: storage");
    assertThat(lost.end().kind()).isEqualTo(EndKind.CLOSED_ON_THE_WAY);
  }

  @Test
  void a_second_text_on_one_connection_is_a_fault() {
    Stage stage = Stage.at(ResponderState.AWAIT_CLOSE);
    Reaction end = send(stage, new byte[] {'x'});
    assertThat(end.end().kind()).isEqualTo(EndKind.PROTOCOL_FAULT);
    assertThat(end.end().check()).isEqualTo(Check.STATE);
    assertThat(Stage.sent(end)).isEmpty();
  }

  @Test
  void close_completes_the_connection() {
    Stage stage = Stage.at(ResponderState.AWAIT_CLOSE);
    Reaction end = stage.receive(stage.honest().wire());
    assertThat(end.end().kind()).isEqualTo(EndKind.COMPLETED);
    assertThat(end.events().get(0).outcome().text()).isEqualTo("ok");
  }

  @Test
  void the_initiator_tells_the_reasons_of_a_nack_apart() {
    Object[][] cases = {
      {"damaged", EndKind.DAMAGED, NackReason.DAMAGED},
      {"storage", EndKind.PEER_STORAGE, NackReason.STORAGE},
      {"refused", EndKind.REFUSED_BY_PEER, NackReason.REFUSED},
      {"protocol", EndKind.PROTOCOL_FAULT, NackReason.PROTOCOL},
      {null, EndKind.REFUSED_BY_PEER, NackReason.REFUSED},
      {"DAMAGED", EndKind.REFUSED_BY_PEER, NackReason.REFUSED},
      {"whim", EndKind.REFUSED_BY_PEER, NackReason.REFUSED},
      {5, EndKind.REFUSED_BY_PEER, NackReason.REFUSED},
    };
    for (Object[] row : cases) {
      Stage stage = Stage.at(InitiatorState.AWAIT_ANSWER);
      Forge.Made nack = stage.forge.authenticated("nack", stage.now.wallMillis(), null);
      Reaction end = stage.receive(nack.reason(row[0]).wire());
      assertThat(end.end().kind()).as("%s", row[0]).isEqualTo(row[1]);
      assertThat(end.end().reason()).isEqualTo(row[2]);
      assertThat(end.end().check()).isNull();
      assertThat(Stage.sent(end)).as("a nack is never answered").isEmpty();
    }
  }

  @Test
  void an_outgoing_text_is_checked_when_it_is_made() {
    assertThat(new OutgoingText(Stage.ID, "\u00e9".repeat(32768)).utf8()).hasSize(65_536);
    assertThat(new OutgoingText(Stage.ID, "\ud83d\udc4b").utf8())
        .isEqualTo("\ud83d\udc4b".getBytes(StandardCharsets.UTF_8));
    for (String bad : List.of("", "x".repeat(65_537), "\ud83d", "\udc4b\ud83d")) {
      assertThatThrownBy(() -> new OutgoingText(Stage.ID, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new OutgoingText(Stage.ID.replace('d', 'D'), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new OutgoingText(Stage.ID, "secret").toString()).doesNotContain("secret");
  }

  @Test
  void the_longest_text_with_the_longest_answer_fits_the_limit() {
    Stage stage = Stage.at(ResponderState.AWAIT_TEXT);
    byte[] text = new byte[65_536];
    Arrays.fill(text, (byte) 'x');
    byte[] wire =
        stage.forge.authenticated("text", stage.now.wallMillis(), text).id(Stage.ID).wire();
    assertThat(wire.length).isBetween(87_000, stage.machine.pduLimit());
  }
}
