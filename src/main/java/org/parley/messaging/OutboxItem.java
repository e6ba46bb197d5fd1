package org.parley.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;

/**
 * One message of the outbox, without its text: texts are read when they are needed.
 *
 * @param id the message's id, one over all tries
 * @param peer whom it is for
 * @param created when it was written
 * @param since from when on it is tried: when it was written, or tried anew on the user's wish
 * @param order rises with each message: what waits for one contact is sent in this order
 * @param keepTrying whether it is tried again by itself
 * @param status what is known
 * @param tries tries so far
 * @param recorded whether a sent row in the journal carries the text already
 * @param next when it is tried next, where it waits after a failed try
 * @param failure the last try's
 */
record OutboxItem(
    String id,
    PeerName peer,
    Instant created,
    Instant since,
    long order,
    boolean keepTrying,
    Status status,
    int tries,
    boolean recorded,
    @Nullable Instant next,
    @Nullable Failure failure) {

  /** What is known of it. Whether a try is under way is not stored: it would not be true later. */
  enum Status {
    WAITING,
    FAILED,
    CANCELLED
  }

  OutboxItem recordedNow() {
    return new OutboxItem(
        id, peer, created, since, order, keepTrying, status, tries, true, next, failure);
  }

  OutboxItem failed(Failure why, @Nullable Instant again, boolean sent) {
    return new OutboxItem(
        id,
        peer,
        created,
        since,
        order,
        keepTrying,
        again == null ? Status.FAILED : Status.WAITING,
        tries + 1,
        recorded || sent,
        again,
        why);
  }

  OutboxItem cancelled() {
    return new OutboxItem(
        id, peer, created, since, order, false, Status.CANCELLED, tries, recorded, null, failure);
  }

  /** To be tried now, and from then on as a message that was just written. */
  OutboxItem retried(Instant now) {
    return new OutboxItem(
        id, peer, created, now, order, true, Status.WAITING, 0, recorded, null, null);
  }

  JsonObject json(String text) {
    return JsonObject.empty()
        .with("id", id)
        .with("peer", peer.toString())
        .with("created", created.toEpochMilli())
        .with("since", since.toEpochMilli())
        .with("order", order)
        .with("keep_trying", keepTrying)
        .with("status", status.name())
        .with("tries", tries)
        .with("recorded", recorded)
        .with("next", next == null ? null : next.toEpochMilli())
        .with("failure", failure == null ? null : failure.kind().name())
        .with("arguments", failure == null ? null : new JsonArray(failure.arguments()))
        .with("text", text);
  }

  static OutboxItem of(JsonObject json) throws JsonException {
    try {
      Long next = json.integerOrNull("next", 0, JsonObject.MAX_INTEGER);
      String kind = json.stringOrNull("failure");
      return new OutboxItem(
          json.string("id"),
          PeerName.of(json.string("peer")),
          instant(json, "created"),
          instant(json, json.has("since") ? "since" : "created"), // older rows have no since
          json.integer("order", 0, JsonObject.MAX_INTEGER),
          json.bool("keep_trying"),
          Status.valueOf(json.string("status")),
          (int) json.integer("tries", 0, Integer.MAX_VALUE),
          json.bool("recorded"),
          next == null ? null : Instant.ofEpochMilli(next),
          kind == null ? null : new Failure(FailureKind.valueOf(kind), arguments(json)));
    } catch (InvalidNameException | IllegalArgumentException e) {
      throw new JsonException("an outbox row that this program did not write");
    }
  }

  private static Instant instant(JsonObject json, String name) throws JsonException {
    return Instant.ofEpochMilli(json.integer(name, 0, JsonObject.MAX_INTEGER));
  }

  private static java.util.List<String> arguments(JsonObject json) throws JsonException {
    return json.array("arguments").values().stream().map(String::valueOf).toList();
  }
}
