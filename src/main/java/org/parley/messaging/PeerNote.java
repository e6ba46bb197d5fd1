package org.parley.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;

/**
 * What the owner keeps about one conversation. Sealed on the own disk, and never told to anybody.
 *
 * @param alias another name to show; empty for none
 * @param muted whether its messages come without a notification
 * @param blocked whether the contact is answered as an unknown name is
 * @param unread whether the owner marked it as unread
 * @param ignoredAddress where the contact was seen, apart from its entry, that the owner does not
 *     want to hear of again; empty for none
 * @param partings from when on another person bears the name, oldest first
 */
public record PeerNote(
    String alias,
    boolean muted,
    boolean blocked,
    boolean unread,
    String ignoredAddress,
    List<Instant> partings) {

  /** What is so where nothing is kept. */
  public static final PeerNote NONE = new PeerNote("", false, false, false, "", List.of());

  /** The most partings that are kept, the newest. */
  private static final int MOST_PARTINGS = 32;

  /** Copies the list. */
  public PeerNote {
    partings = List.copyOf(partings);
  }

  /** With that alias; empty for none. */
  public PeerNote withAlias(String value) {
    return new PeerNote(value, muted, blocked, unread, ignoredAddress, partings);
  }

  /** Muted or not. */
  public PeerNote withMuted(boolean value) {
    return new PeerNote(alias, value, blocked, unread, ignoredAddress, partings);
  }

  /** Blocked or not. */
  public PeerNote withBlocked(boolean value) {
    return new PeerNote(alias, muted, value, unread, ignoredAddress, partings);
  }

  /** Marked as unread or not. */
  public PeerNote withUnread(boolean value) {
    return new PeerNote(alias, muted, blocked, value, ignoredAddress, partings);
  }

  /** With an address that is not offered again. */
  public PeerNote withIgnoredAddress(String value) {
    return new PeerNote(alias, muted, blocked, unread, value, partings);
  }

  /**
   * From then on another person bears the name; what was kept about the one before is gone, their
   * being blocked too, since it is about them.
   */
  public PeerNote parted(Instant from) {
    List<Instant> all = new ArrayList<>(partings);
    all.add(from);
    return new PeerNote(
        "",
        false,
        false,
        false,
        "",
        all.subList(Math.max(0, all.size() - MOST_PARTINGS), all.size()));
  }

  JsonObject json() {
    return JsonObject.empty()
        .with("alias", alias)
        .with("muted", muted)
        .with("blocked", blocked)
        .with("unread", unread)
        .with("ignored_address", ignoredAddress)
        .with("partings", new JsonArray(partings.stream().map(Instant::toEpochMilli).toList()));
  }

  static PeerNote of(JsonObject json) throws JsonException {
    List<Instant> partings = new ArrayList<>();
    for (Object millis : json.array("partings")) {
      if (!(millis instanceof Long number)) {
        throw new JsonException("a parting is no integer");
      }
      partings.add(Instant.ofEpochMilli(number));
    }
    return new PeerNote(
        json.string("alias"),
        json.bool("muted"),
        json.bool("blocked"),
        json.bool("unread"),
        json.string("ignored_address"),
        partings);
  }
}
