package org.parley.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a text is not acknowledged: {@code header.reason} of an authenticated {@code nack}. */
public enum NackReason {
  /** The PDU arrived changed; the sender sends it again by itself. */
  DAMAGED,
  /** It cannot be stored now; the sender tries later. */
  STORAGE,
  /** It will never be taken: not UTF-8, empty, too long, its id used; also a wrong response. */
  REFUSED,
  /** The sender broke the protocol. */
  PROTOCOL;

  /** As on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of that name; one that is missing or unknown counts as {@link #REFUSED}. */
  static NackReason of(@Nullable String wireName) {
    for (NackReason reason : values()) {
      if (reason.wireName().equals(wireName)) {
        return reason;
      }
    }
    return REFUSED;
  }
}
