package org.parley.journal.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

/** Why a peer refused: the {@code reason} of its {@code nack}. */
public enum Refusal {
  /** It came damaged. */
  DAMAGED(2),
  /** The peer cannot store it now. */
  STORAGE(3),
  /** The peer does not take it; missing and unknown reasons count as this one. */
  REFUSED(4),
  /** We broke the protocol, says the peer. */
  PROTOCOL(5);

  private final int code;

  Refusal(int code) {
    this.code = code;
  }

  /** What stands for it in the index's flags; 0 is unknown there, 1 delivered. */
  int code() {
    return code;
  }

  /** The refusal of that code; null for those that are none. */
  static @Nullable Refusal of(int code) {
    for (Refusal refusal : values()) {
      if (refusal.code == code) {
        return refusal;
      }
    }
    return null;
  }

  /** The reason in the PDU as it was on the wire. */
  static Refusal in(@Nullable String pdu) {
    if (pdu != null) {
      try {
        String reason =
            JsonReader.object(pdu, JsonProfile.STRICT).object("header").string("reason");
        for (Refusal refusal : values()) {
          if (refusal.name().toLowerCase(Locale.ROOT).equals(reason)) {
            return refusal;
          }
        }
      } catch (JsonException e) {
        return REFUSED; // no reason given
      }
    }
    return REFUSED;
  }
}
