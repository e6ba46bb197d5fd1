package org.parley.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The message types of the classic protocol, in the order of its steps. */
public enum MsgType {
  /** Step 1: the initiator's public value and name, plain. */
  DH_1(true),
  /** Step 2: the responder's public value and name, plain. */
  DH_2(true),
  /** Step 3: the first PDU under the keys. */
  HELLO(false),
  /** Steps 4 and 7: 32 random bytes. */
  CHALL(true),
  /** Steps 5 and 8: the answer to a challenge. */
  RESP(true),
  /** Steps 6, 9 and 11: yes. */
  ACK(false),
  /** Steps 6, 9 and 11: no, and the sender's last PDU. */
  NACK(false),
  /** Step 10: the message; its header has an {@code id}. */
  TEXT(true),
  /** Step 12: the initiator is done. */
  CLOSE(false);

  private final boolean hasBody;
  private final String wireName;

  MsgType(boolean hasBody) {
    this.hasBody = hasBody;
    this.wireName = name().toLowerCase(Locale.ROOT);
  }

  /** As in {@code msg_type}. */
  public String wireName() {
    return wireName;
  }

  /** Whether {@code message} is a string; else it is null. */
  public boolean hasBody() {
    return hasBody;
  }

  /** The type of that {@code msg_type}, or null where this version knows none. */
  public static @Nullable MsgType of(String wireName) {
    for (MsgType type : values()) {
      if (type.wireName.equals(wireName)) {
        return type;
      }
    }
    return null;
  }
}
