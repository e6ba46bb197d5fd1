package org.parley.journal;

import org.jspecify.annotations.Nullable;
import org.parley.crypto.HmacSha256;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;

/**
 * What SEEN holds of a received message: tags under a key of its own, so that the table gives away
 * neither names nor texts, and a removed text is still known again.
 */
public final class SeenTags {
  private static final byte[] ZERO = {0};
  private static final byte[] TEXT = Bytes.ascii("text");

  private final JournalKeys keys;

  /** With the journal's keys. */
  public SeenTags(JournalKeys keys) {
    this.keys = keys;
  }

  /** The tag of a message's name: the peer's, in UTF-8, and the id. */
  public byte[] id(String peer, String id) {
    return HmacSha256.of(keys.id(), Bytes.utf8(peer), ZERO, Bytes.utf8(id));
  }

  /** The tag of its text, bound to its name. */
  public byte[] text(byte[] idTag, byte[] text) {
    return HmacSha256.of(keys.id(), TEXT, ZERO, idTag, text);
  }

  /**
   * What SEEN must hold because of this row: a received message, or the removal of one, which
   * carries its text tag. Null for every other row.
   */
  public @Nullable SeenRow rowOf(long seq, Entry entry) {
    String peer = entry.peer();
    String id = entry.id();
    if (peer == null || id == null) {
      return null;
    }
    String text = entry.text();
    if (entry.direction() == Direction.RECEIVED && text != null) {
      byte[] idTag = id(peer, id);
      return new SeenRow(idTag, seq, text(idTag, Bytes.utf8(text)));
    }
    String body = entry.body();
    Long of = entry.of();
    if (entry.isLocal(LocalTypes.REMOVE) && body != null && of != null) {
      try {
        return new SeenRow(id(peer, id), of, Base64Text.decode(body));
      } catch (JsonException e) {
        return null; // its tag is right, so we wrote it: never so
      }
    }
    return null;
  }
}
