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
    return new OutboxItem(id, peer, created, order, keepTrying, status, tries, true, next, failure);
  }

  OutboxItem failed(Failure why, @Nullable Instant again, boolean sent) {
    return new OutboxItem(
        id,
        peer,
        created,
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
        id, peer, created, order, false, Status.CANCELLED, tries, recorded, null, failure);
  }

  /** To be tried now, and from then on as a message that was just written. */
  OutboxItem retried() {
    return new OutboxItem(id, peer, created, order, true, Status.WAITING, 0, recorded, null, null);
  }

  JsonObject json(String text) {
    return JsonObject.empty()
        .with("id", id)
        .with("peer", peer.toString())
        .with("created", created.toEpochMilli())
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
          Instant.ofEpochMilli(json.integer("created", 0, JsonObject.MAX_INTEGER)),
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

  private static java.util.List<String> arguments(JsonObject json) throws JsonException {
    return json.array("arguments").values().stream().map(String::valueOf).toList();
  }
}
