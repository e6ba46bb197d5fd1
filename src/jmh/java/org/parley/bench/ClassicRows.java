package org.parley.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.Outcomes;

/**
 * The rows that one delivered message leaves at either end when it came through the classic
 * protocol: its twelve PDUs, each as long as in the protocol page's example, with the bodies that
 * are kept in clear beside them.
 */
final class ClassicRows {
  /** PDUs of one connection. */
  static final int COUNT = 12;

  /** One step: who sends it, and how long its body is before encryption; -1 where it has none. */
  private record Step(String type, boolean byInitiator, int body) {}

  private static final int PLAIN = 544;
  private static final List<Step> STEPS =
      List.of(
          new Step("dh_1", true, PLAIN),
          new Step("dh_2", false, PLAIN),
          new Step("hello", true, -1),
          new Step("chall", false, 32),
          new Step("resp", true, 32),
          new Step("ack", false, -1),
          new Step("chall", true, 32),
          new Step("resp", false, 32),
          new Step("ack", true, -1),
          new Step(Entry.TEXT, true, 0),
          new Step("ack", false, -1),
          new Step("close", true, -1));

  private ClassicRows() {}

  /** Adds the rows of that message, which is the number-th. */
  static void add(Corpus.Message message, int number, List<Entry> to) {
    String id = new UUID(0x4000L | (long) number << 16, ~(long) number).toString();
    String session = new UUID(number, 0x4000L).toString();
    for (Step step : STEPS) {
      to.add(row(message, step, session, id));
    }
  }

  private static Entry row(Corpus.Message message, Step step, String session, String id) {
    boolean sent = step.byInitiator() == message.sent();
    boolean isText = step.type().equals(Entry.TEXT);
    int plain =
        isText ? message.text().getBytes(StandardCharsets.UTF_8).length : Math.max(0, step.body());
    String pdu = pdu(step, isText ? id : null, plain);
    return new Entry(
        message.time(),
        sent ? Direction.SENT : Direction.RECEIVED,
        message.peer(),
        "192.0.2.7:5000",
        session,
        step.type(),
        isText ? id : null,
        "ESTABLISHED",
        sent ? Outcomes.SENT : Outcomes.OK,
        pdu,
        (long) pdu.length(),
        isText || step.body() < 0 ? null : base64(plain),
        isText ? message.text() : null,
        null);
  }

  private static String pdu(Step step, String id, int plain) {
    boolean isPlain = step.body() == PLAIN;
    String message =
        step.body() < 0 ? "null" : "\"" + base64(isPlain ? plain : padded(plain)) + '"';
    String hmac = isPlain ? "null" : "\"" + "5a".repeat(32) + '"';
    String type = isPlain ? "null" : "\"SHA256\"";
    return "{\"header\":{\"crc\":3777997038,"
        + (id == null ? "" : "\"id\":\"" + id + "\",")
        + "\"msg_type\":\""
        + step.type()
        + "\",\"timestamp\":1789000000063},\"message\":"
        + message
        + ",\"security\":{\"enc_type\":\""
        + (isPlain ? "none" : "AES256CBC")
        + "\",\"hmac\":{\"hmac_type\":"
        + type
        + ",\"hmac_val\":"
        + hmac
        + "}}}";
  }

  private static int padded(int plain) {
    return plain / 16 * 16 + 16;
  }

  private static String base64(int length) {
    return Base64.getEncoder().encodeToString(new byte[length]);
  }
}
