package org.parley.app.window;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.Outcomes;
import org.parley.journal.StoredEntry;
import org.parley.ui.workplace.WireItem;
import org.parley.ui.workplace.WireItem.Kind;
import org.parley.ui.workplace.WireItem.Result;
import org.parley.wire.MsgType;

/**
 * What is known of one connection, from its rows in any order; a few numbers, however long they
 * are. For one thread.
 */
final class WireSummary {
  /**
   * Rows of one connection lie no further apart than this, in time or in rows: its deadlines end it
   * within two minutes, and it has some twenty rows.
   */
  static final Duration LONGEST = Duration.ofMinutes(3);

  static final long MOST_BETWEEN = 4096;

  private final @Nullable String session;
  private long first = Long.MAX_VALUE;
  private long last = -1;
  private @Nullable Instant began;
  private @Nullable String peer;
  private long peerAt = -1;
  private @Nullable String address;
  private boolean started;
  private boolean outgoing;
  private boolean dialledKnown;
  private @Nullable Entry text;
  private long textAt;
  private long ackAt = -1;
  private boolean nack;
  private boolean closed;
  private boolean ignored;
  private @Nullable String rejected;

  WireSummary(@Nullable String session) {
    this.session = session;
  }

  /** What a row that belongs to no connection is. */
  static WireItem note(StoredEntry row) {
    Entry entry = row.entry();
    long seq = row.seq();
    return entry == null
        ? new WireItem(
            row.condition() == StoredEntry.Condition.REMOVED ? Kind.REMOVED : Kind.DAMAGED,
            seq,
            seq,
            null,
            null,
            null,
            null,
            false,
            Result.NONE,
            null,
            null)
        : new WireItem(
            Kind.LOCAL,
            seq,
            seq,
            entry.time(),
            entry.peer(),
            null,
            null,
            false,
            Result.NONE,
            entry.msgType(),
            entry.of());
  }

  /** One of its rows. */
  void add(long seq, Entry entry) {
    if (seq < first) {
      first = seq;
      began = entry.time();
    }
    last = Math.max(last, seq);
    if (entry.peer() != null && seq > peerAt) {
      peer = entry.peer();
      peerAt = seq;
    }
    address = entry.address() == null ? address : entry.address();
    boolean sent = entry.direction() == Direction.SENT;
    MsgType type = MsgType.of(entry.msgType());
    if (entry.outcome().startsWith(Outcomes.REJECTED)) {
      rejected = entry.outcome().substring(Outcomes.REJECTED.length());
    }
    if (entry.outcome().equals(Outcomes.IGNORED_WINDOW)) {
      ignored = true;
      return;
    }
    if (type != null) {
      step(seq, entry, type, sent);
    }
  }

  private void step(long seq, Entry entry, MsgType type, boolean sent) {
    switch (type) {
      case DH_1 -> {
        started = true;
        dialled(sent);
      }
      case DH_2 -> dialled(!sent);
      case HELLO -> dialled(sent);
      case TEXT -> {
        dialled(sent);
        text = entry;
        textAt = seq;
      }
      case CLOSE -> {
        dialled(sent);
        closed = true;
      }
      case ACK -> ackAt = sent ? ackAt : Math.max(ackAt, seq);
      case NACK -> nack = true;
      case CHALL, RESP -> {} // both sides send them
    }
  }

  private void dialled(boolean byUs) {
    if (!dialledKnown) {
      dialledKnown = true;
      outgoing = byUs;
    }
  }

  /** Whether it has all that a walk which came back to that row will find. */
  boolean complete(long seq, @Nullable Instant time) {
    return started
        || session == null
        || seq < first - MOST_BETWEEN
        || (time != null && began != null && time.isBefore(began.minus(LONGEST)));
  }

  WireItem item() {
    return new WireItem(
        Kind.CONNECTION,
        first,
        last,
        began,
        peer,
        address,
        session,
        outgoing,
        result(),
        rejected,
        null);
  }

  private Result result() {
    if (rejected != null) {
      return Result.REJECTED;
    }
    if (nack) {
      return text == null ? Result.NOT_AUTHENTICATED : Result.REFUSED;
    }
    if (text != null) {
      if (text.direction() == Direction.SENT) {
        return ackAt > textAt ? Result.DELIVERED : Result.UNANSWERED;
      }
      return text.outcome().equals(Outcomes.AGAIN) ? Result.AGAIN : Result.STORED;
    }
    if (closed) {
      return Result.CHECKED;
    }
    return ignored ? Result.CLOCK : Result.BROKEN_OFF;
  }
}
