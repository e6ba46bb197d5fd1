package org.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.parley.app.cli.SendOutcome.Status;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.ProfileException;
import org.parley.app.profile.ProfileException.Trouble;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.FindingDetail;
import org.parley.json.JsonWriter;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.words.Words;

/** What scripts read: one object a line, with these members and no others. */
class PrintedTest {
  private static final String ID = "6f1dc595-0000-4000-8000-000000000001";
  private static final Instant TIME = Instant.parse("2026-07-01T09:30:00.1239Z");

  private static Entry received(String text) {
    return new Entry(
        TIME,
        Direction.RECEIVED,
        "bob",
        "192.0.2.7:40000",
        "6f1dc595-0000-4000-8000-00000000000a",
        "text",
        ID,
        "OPEN",
        "ok",
        "{}",
        2L,
        null,
        text,
        null);
  }

  private static Message message(Fate fate, String text) {
    return new Message(7L, "bob", true, TIME, ID, text, fate, null, null);
  }

  @Test
  void a_received_message() {
    assertThat(JsonWriter.canonical(ArrivalPrinter.object(received("Grüße\n"))))
        .isEqualTo(
            "{\"from\":\"bob\",\"id\":\""
                + ID
                + "\",\"text\":\"Grüße\\n\",\"time\":\"2026-07-01T09:30:00.123Z\"}");
  }

  @Test
  void a_received_message_for_people_has_its_lines_indented() {
    assertThat(ArrivalPrinter.block(received("one\nbob: two\u001b[2J")))
        .endsWith("  bob: one\n    bob: two\\u{1b}[2J");
  }

  @Test
  void a_message_of_the_history() {
    assertThat(JsonWriter.canonical(MessagePrinter.object(message(Fate.DELIVERED, "hi"))))
        .isEqualTo(
            "{\"direction\":\"sent\",\"id\":\""
                + ID
                + "\",\"msg_type\":\"text\",\"outcome\":\"delivered\",\"peer\":\"bob\",\"seq\":7,"
                + "\"text\":\"hi\",\"time\":\"2026-07-01T09:30:00.123Z\"}");
  }

  @Test
  void of_a_removed_message_the_text_is_null() {
    assertThat(MessagePrinter.object(message(Fate.REMOVED, "")).get("text")).isNull();
    assertThat(MessagePrinter.object(message(Fate.REMOVED, "")).get("outcome"))
        .isEqualTo("removed");
  }

  @Test
  void a_pdu_has_the_records_outcome() {
    assertThat(JsonWriter.canonical(PduPrinter.object(12, received("hi"))))
        .isEqualTo(
            "{\"direction\":\"received\",\"id\":\""
                + ID
                + "\",\"msg_type\":\"text\",\"outcome\":\"ok\",\"peer\":\"bob\",\"seq\":12,"
                + "\"text\":\"hi\",\"time\":\"2026-07-01T09:30:00.123Z\"}");
  }

  @Test
  void a_sent_message_and_its_exit_code() {
    SendOutcome delivered = new SendOutcome(Status.DELIVERED, null, ID);
    SendOutcome queued = new SendOutcome(Status.QUEUED, "why", ID);

    assertThat(JsonWriter.canonical(delivered.json()))
        .isEqualTo("{\"id\":\"" + ID + "\",\"reason\":null,\"status\":\"delivered\"}");
    assertThat(JsonWriter.canonical(queued.json()))
        .isEqualTo("{\"id\":\"" + ID + "\",\"reason\":\"why\",\"status\":\"queued\"}");
    assertThat(delivered.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(queued.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(new SendOutcome(Status.FAILED, "why", ID).exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void every_finding_has_a_sentence_part() {
    Words words = Words.in(Locale.ENGLISH);
    for (FindingDetail detail : FindingDetail.values()) {
      assertThat(words.get(detail.key())).as(detail.name()).isNotBlank();
    }
  }

  @Test
  void every_trouble_with_a_profile_has_a_sentence_and_an_exit_code() {
    Sentences sentences = new Sentences(Words.in(Locale.ENGLISH));
    Surroundings here = CliTest.surroundings();
    for (Trouble trouble : Trouble.values()) {
      CommandFailed told =
          sentences.of(new ProfileException(trouble, "5", null), here.opening(Distrust.REFUSE));
      assertThat(told.sentence()).as(trouble.name()).isNotBlank().doesNotContain("\n", "{");
      assertThat(told.exitCode()).isBetween(ExitCode.FAILED, ExitCode.VAULT);
    }
  }

  @Test
  void every_failure_has_a_sentence_of_one_line() {
    Words words = Words.in(Locale.ENGLISH);
    for (FailureKind kind : FailureKind.values()) {
      // What was given up says why the last try failed, by that kind's name.
      String second = kind == FailureKind.GIVEN_UP ? FailureKind.SILENT.name() : "6";
      assertThat(new Failure(kind, List.of("5", second)).sentence(words))
          .as(kind.name())
          .isNotBlank()
          .doesNotContain("\n", "{");
    }
  }
}
