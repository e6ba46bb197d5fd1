package org.parley.journal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which way a row's PDU went. */
public enum Direction {
  /** By us; the row was on its way to the disk before the bytes left. */
  SENT,
  /** By the peer, or by whoever was on the other end of the connection. */
  RECEIVED,
  /** Nothing went anywhere: the journal says something about itself or about a row. */
  LOCAL;

  /** As in the record: lower case. */
  public String recordName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The direction of that name; null where there is none. */
  static @Nullable Direction of(String recordName) {
    for (Direction direction : values()) {
      if (direction.recordName().equals(recordName)) {
        return direction;
      }
    }
    return null;
  }
}
