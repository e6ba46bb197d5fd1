package org.parley.journal.search;

import java.util.Locale;
import org.parley.json.JsonException;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

/** Why a peer refused: the {@code reason} of its {@code nack}. */
public enum Refusal {
  /** It came damaged. */
  DAMAGED,
  /** The peer cannot store it now. */
  STORAGE,
  /** The peer does not take it; missing and unknown reasons count as this one. */
  REFUSED,
  /** We broke the protocol, says the peer. */
  PROTOCOL;

  /** The reason in the PDU as it was on the wire. */
  static Refusal in(@org.jspecify.annotations.Nullable String pdu) {
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
