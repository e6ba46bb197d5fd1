package org.parley.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.PduText;
import org.parley.session.Outcome;
import org.parley.session.PduEvent;

/**
 * The rows of one connection that wait to be committed, in order. For the connection's thread.
 *
 * <p>They are collected because each commit costs a write: what must be on disk before something
 * happens is committed then, with all that went before, and the rest at the end.
 */
final class SessionRows {
  /** What stands for {@code msg_type} where what came was no PDU. */
  static final String UNREADABLE = "unreadable";

  /** Bounds of a row of a connection that did not authenticate, so that strangers stay cheap. */
  static final int MOST_STRANGER_ROWS = 4;

  private static final int STRANGER_TEXT = 2_400;
  private static final int STRANGER_CUT = 1_200;
  private static final int STRANGER_BODY = 600;

  private final String address;
  private final String session = UUID.randomUUID().toString();
  private final List<PduEvent> waiting = new ArrayList<>();

  SessionRows(String address) {
    this.address = address;
  }

  void add(List<PduEvent> events) {
    waiting.addAll(events);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The events that wait, for {@link #restore} where committing them fails. */
  List<PduEvent> waiting() {
    return List.copyOf(waiting);
  }

  /** Puts back what was waiting before. */
  void restore(List<PduEvent> events) {
    waiting.clear();
    waiting.addAll(events);
  }

  /**
   * The rows, which wait no more.
   *
   * @param peer as far as it is known by now
   * @param first whether a sent text is its id's first, and so carries the message
   */
  List<Entry> take(@Nullable String peer, boolean first) {
    List<Entry> rows = waiting.stream().map(e -> row(e, peer, first)).toList();
    waiting.clear();
    return rows;
  }

  /**
   * The few, small rows that are kept of a connection that did not authenticate: the first, which
   * says who it claimed to be, and the last, which say what came of it.
   */
  List<Entry> takeStranger(@Nullable String peer) {
    List<PduEvent> pdus = waiting.stream().filter(e -> e.pdu() != null).toList();
    int left = pdus.size() - MOST_STRANGER_ROWS;
    List<Entry> rows = new ArrayList<>();
    for (int i = 0; i < pdus.size(); i++) {
      if (i == 0 || i > left) {
        rows.add(strangerRow(pdus.get(i), peer));
      }
    }
    waiting.clear();
    return rows;
  }

  private Entry row(PduEvent event, @Nullable String peer, boolean first) {
    byte[] body = event.isText() ? null : event.body();
    return entry(
        event,
        peer,
        PduText.of(event.wire()),
        body == null ? null : Base64.getEncoder().encodeToString(body),
        message(event, first));
  }

  private Entry strangerRow(PduEvent event, @Nullable String peer) {
    byte[] body = event.body();
    boolean small = body != null && body.length <= STRANGER_BODY && !event.isText();
    return entry(
        event,
        peer,
        PduText.of(event.wire(), STRANGER_TEXT, STRANGER_CUT),
        small && body != null ? Base64.getEncoder().encodeToString(body) : null,
        null);
  }

  private Entry entry(
      PduEvent event,
      @Nullable String peer,
      String pdu,
      @Nullable String body,
      @Nullable String text) {
    String type = event.msgType();
    return new Entry(
        Instant.ofEpochMilli(event.at().wallMillis()),
        event.direction() == org.parley.session.Direction.SENT
            ? Direction.SENT
            : Direction.RECEIVED,
        peer,
        address,
        session,
        type == null || type.length() > 64 ? UNREADABLE : type,
        event.id(),
        event.state(),
        event.outcome().text(),
        pdu,
        (long) event.size(),
        body,
        text,
        null);
  }

  private static @Nullable String message(PduEvent event, boolean first) {
    byte[] body = event.body();
    if (!event.isText() || body == null) {
      return null;
    }
    boolean kept =
        event.outcome().kind() == Outcome.Kind.OK
            || (event.outcome().kind() == Outcome.Kind.SENT && first);
    return kept ? new String(body, java.nio.charset.StandardCharsets.UTF_8) : null;
  }
}
