package org.parley.session;

import java.util.HexFormat;
import org.parley.crypto.CryptoException;
import org.parley.crypto.ModpGroup14;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;

/**
 * The body of {@code dh_1} and {@code dh_2}: {@code {"key": 512 hex digits, "user": name}}. Other
 * members are ignored.
 *
 * @param key the peer's public value, checked
 * @param user who it says it is
 */
record HandshakeBody(ModpGroup14.PublicValue key, PeerName user) {
  /** The canonical form of a body. */
  static byte[] of(byte[] publicValue, PeerName user) {
    return JsonWriter.canonicalBytes(
        JsonObject.empty()
            .with("key", HexFormat.of().formatHex(publicValue))
            .with("user", user.toString()));
  }

  /** Reads one; the public value is checked before anything else is spent on the peer. */
  static HandshakeBody read(byte[] body) throws Fault {
    JsonObject json;
    try {
      json = JsonReader.object(body, JsonProfile.STRICT);
    } catch (JsonException e) {
      throw new Fault(Check.BODY);
    }
    ModpGroup14.PublicValue key = key(json);
    try {
      // As it stands: a name that would have to be repaired could pass for another.
      return new HandshakeBody(key, PeerName.of(json.string("user")));
    } catch (JsonException | InvalidNameException e) {
      throw new Fault(Check.NAME);
    }
  }

  private static ModpGroup14.PublicValue key(JsonObject json) throws Fault {
    try {
      String hex = json.string("key");
      if (hex.length() != 2 * ModpGroup14.SIZE || !hex.chars().allMatch(HandshakeBody::isHex)) {
        throw new Fault(Check.KEY);
      }
      return ModpGroup14.checkPublic(HexFormat.of().parseHex(hex));
    } catch (JsonException | CryptoException e) {
      throw new Fault(Check.KEY);
    }
  }

  private static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
