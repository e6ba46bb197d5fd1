package org.parley.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * One row of the journal in clear: what the canonical JSON {@code record} holds. It holds texts:
 * {@link #toString()} says nothing of them.
 *
 * @param time when, cut to milliseconds, years 0 to 9999
 * @param direction which way
 * @param peer the peer's name as it is known at that point; for a peer reached by address only,
 *     {@code name (address)}; null where no name was given
 * @param address {@code host:port} of the other end
 * @param session UUID of the connection
 * @param msgType the PDU's {@code msg_type}, or one of {@link LocalTypes}
 * @param id the message's id, in every row of a {@code text}
 * @param state the state machine's, after this row
 * @param outcome one of {@link Outcomes}
 * @param pdu as it was on the wire, by {@link PduText}
 * @param pduSize bytes of the PDU on the wire
 * @param body base64 of the plain body; null for a text
 * @param text the message: in the first sent row of an id and in a received row whose outcome is
 *     {@code ok}, null in all others
 * @param of the seq that a local row is about
 */
public record Entry(
    Instant time,
    Direction direction,
    @Nullable String peer,
    @Nullable String address,
    @Nullable String session,
    String msgType,
    @Nullable String id,
    @Nullable String state,
    String outcome,
    @Nullable String pdu,
    @Nullable Long pduSize,
    @Nullable String body,
    @Nullable String text,
    @Nullable Long of) {

  /** The {@code msg_type} of a message. */
  public static final String TEXT = "text";

  /** Half a surrogate pair in any string is refused: it has no UTF-8, and so no record. */
  public Entry {
    time = time.truncatedTo(ChronoUnit.MILLIS);
    RecordText.checkTime(time);
    RecordText.checkPairs(peer, address, session, msgType, id, state, outcome, pdu, body, text);
  }

  /** A local row of the journal's own about {@code of}. */
  public static Entry local(
      Instant time, String msgType, @Nullable Long of, @Nullable String body) {
    return new Entry(
        time,
        Direction.LOCAL,
        null,
        null,
        null,
        msgType,
        null,
        null,
        Outcomes.NOTED,
        null,
        null,
        body,
        null,
        of);
  }

  /** Whether this is a local row of that type; a peer cannot make one, whatever it sends. */
  public boolean isLocal(String localType) {
    return direction == Direction.LOCAL && msgType.equals(localType);
  }

  /** Whether this row is a message: it has a text. */
  public boolean isMessage() {
    return text != null;
  }

  /** Whether this is a received text that is stored by this row, and so goes into SEEN. */
  boolean isReceivedMessage() {
    return direction == Direction.RECEIVED && text != null;
  }

  /** The canonical JSON in UTF-8: all members, null where one does not apply. */
  public byte[] record() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>(32);
    members.put("time", RecordText.time(time));
    members.put("direction", direction.recordName());
    members.put("peer", peer);
    members.put("address", address);
    members.put("session", session);
    members.put("msg_type", msgType);
    members.put("id", id);
    members.put("state", state);
    members.put("outcome", outcome);
    members.put("pdu", pdu);
    members.put("pdu_size", pduSize);
    members.put("body", body);
    members.put("text", text);
    members.put("of", of);
    return JsonWriter.canonicalBytes(JsonObject.of(members));
  }

  /** The entry of a record; {@link JsonException} where it is none. */
  public static Entry parse(byte[] record) throws JsonException {
    return of(JsonReader.object(record, JsonProfile.STRICT));
  }

  /** The entry of a record that was read as JSON already; members beyond a record's are ignored. */
  public static Entry of(JsonObject json) throws JsonException {
    Direction direction = Direction.of(json.string("direction"));
    if (direction == null) {
      throw new JsonException("direction is none");
    }
    return new Entry(
        RecordText.parseTime(json.string("time")),
        direction,
        json.stringOrNull("peer"),
        json.stringOrNull("address"),
        json.stringOrNull("session"),
        json.string("msg_type"),
        json.stringOrNull("id"),
        json.stringOrNull("state"),
        json.string("outcome"),
        json.stringOrNull("pdu"),
        json.integerOrNull("pdu_size", 0, JsonObject.MAX_INTEGER),
        json.stringOrNull("body"),
        json.stringOrNull("text"),
        json.integerOrNull("of", 0, JsonObject.MAX_INTEGER));
  }

  @Override
  public String toString() {
    return "Entry[" + direction + " " + msgType + "]";
  }
}
