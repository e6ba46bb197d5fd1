package org.parley.ui.wire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.Outcomes;
import org.parley.wire.MsgType;

/**
 * The checks of a received PDU in the order in which they are made. A row names the first that
 * failed: all before it passed, and none after it was made.
 */
enum PduCheck {
  DEADLINE,
  SIZE,
  JSON,
  SHAPE,
  CRC,
  WINDOW,
  TYPES,
  HMAC_VAL,
  ONCE,
  STATE,
  PADDING,
  BODY,
  KEY,
  NAME,
  SECRET,
  CHAP,
  TEXT,
  ID_REUSED,
  STORAGE;

  /** What came of a check. */
  enum Standing {
    PASSED,
    FAILED,
    NOT_MADE
  }

  /** A check and what came of it. */
  record Made(PduCheck check, Standing standing) {}

  private static final Set<PduCheck> OF_ALL =
      EnumSet.of(DEADLINE, SIZE, JSON, SHAPE, CRC, WINDOW, TYPES, STATE);

  /** The checks of that row; none of one that we sent. */
  static List<Made> of(Entry entry, boolean encrypted) {
    if (entry.direction() != Direction.RECEIVED) {
      return List.of();
    }
    String outcome = entry.outcome();
    String failed =
        outcome.equals(Outcomes.IGNORED_WINDOW)
            ? "window"
            : outcome.startsWith(Outcomes.REJECTED)
                ? outcome.substring(Outcomes.REJECTED.length())
                : "";
    Set<PduCheck> apply = apply(MsgType.of(entry.msgType()), encrypted);
    List<Made> made = new ArrayList<>();
    Standing standing = Standing.PASSED;
    for (PduCheck check : values()) {
      boolean fails = check.name().toLowerCase(Locale.ROOT).equals(failed);
      if (fails || apply.contains(check)) {
        made.add(new Made(check, fails ? Standing.FAILED : standing));
        standing = fails ? Standing.NOT_MADE : standing;
      }
    }
    return made;
  }

  private static Set<PduCheck> apply(@Nullable MsgType type, boolean encrypted) {
    Set<PduCheck> apply = EnumSet.copyOf(OF_ALL);
    if (encrypted) {
      apply.add(HMAC_VAL);
      apply.add(ONCE);
      if (type != null && type.hasBody()) {
        apply.add(PADDING);
      }
    }
    if (type != null) {
      switch (type) {
        case DH_1 -> apply.addAll(EnumSet.of(BODY, KEY, NAME));
        case DH_2 -> apply.addAll(EnumSet.of(BODY, KEY, NAME, SECRET));
        case CHALL, RESP -> apply.add(CHAP);
        case TEXT -> apply.addAll(EnumSet.of(TEXT, ID_REUSED, STORAGE));
        case HELLO, ACK, NACK, CLOSE -> {} // they have no body
      }
    }
    return apply;
  }
}
