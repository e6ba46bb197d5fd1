package org.parley.session;

import java.util.Locale;

/** The checks that a received PDU can fail, in the order in which they are made. Closed. */
public enum Check {
  /** The PDU's last byte came after the deadline. */
  DEADLINE,
  /** More bytes than a PDU may have at this step. */
  SIZE,
  /** Not one JSON object within the strict rules. */
  JSON,
  /** A member is missing, of another type or outside its values. */
  SHAPE,
  /** {@code crc} is not the one over the canonical form. */
  CRC,
  /** The security members are mixed, or not those that are expected: plain, or authenticated. */
  TYPES,
  /** The tag is not the one under this connection's key. */
  HMAC_VAL,
  /** A timestamp that is not above the last one, or a tag that we sent ourselves. */
  ONCE,
  /** A {@code msg_type} that is not expected now. */
  STATE,
  /** The body does not decrypt to PKCS#7 padding. */
  PADDING,
  /** The body of a {@code dh_1} or {@code dh_2} is not strict JSON. */
  BODY,
  /** {@code key} is missing, no 512 hex digits, or no public value of the group. */
  KEY,
  /** {@code user} is missing, no name, our own, or not the one that was dialled. */
  NAME,
  /** There is no secret for the name that answered; an initiator's check only. */
  SECRET,
  /** A challenge of a wrong size, or a wrong answer to ours. */
  CHAP,
  /** The text is empty, longer than 64 KiB or not UTF-8. */
  TEXT,
  /** A text of other bytes is stored under that id. */
  ID_REUSED,
  /** The text could not be stored now. */
  STORAGE;

  /** As in the journal's {@code outcome}, after "rejected: ". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
