package org.parley.ui.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

/** A row's PDU, taken apart for showing; nothing in it is believed. */
final class PduParts {
  private static final String BYTES = "base64:";
  private static final int HEX_A_LINE = 32;

  private final Entry entry;
  private final @Nullable JsonObject pdu;

  /** A member's path and its value as text. */
  record Part(String name, String value) {}

  PduParts(Entry entry) {
    this.entry = entry;
    this.pdu = parse(entry.pdu());
  }

  private static @Nullable JsonObject parse(@Nullable String text) {
    if (text == null || text.startsWith(BYTES)) {
      return null;
    }
    try {
      return JsonReader.object(text, JsonProfile.STRICT);
    } catch (JsonException e) {
      return null; // shown as it came
    }
  }

  /** Whether it is one JSON object. */
  boolean isJson() {
    return pdu != null;
  }

  /** Whether it claims to be encrypted and authenticated. */
  boolean encrypted() {
    if (pdu == null) {
      return false;
    }
    try {
      return pdu.object("security").stringOrNull("enc_type") != null;
    } catch (JsonException e) {
      return false; // of another shape
    }
  }

  /** Every member, those of members included. */
  List<Part> members() {
    List<Part> parts = new ArrayList<>();
    if (pdu != null) {
      collect("", pdu, parts);
    }
    return parts;
  }

  private static void collect(String path, JsonObject object, List<Part> parts) {
    for (String name : new TreeSet<>(object.names())) {
      Object value = object.get(name);
      String full = path.isEmpty() ? name : path + "." + name;
      if (value instanceof JsonObject inner) {
        collect(full, inner, parts);
      } else {
        parts.add(new Part(full, String.valueOf(value)));
      }
    }
  }

  /** The PDU as it was on the wire, where the row has it as text. */
  Optional<String> wire() {
    return Optional.ofNullable(entry.pdu());
  }

  /** The body in clear as text; empty where there is none, or it is no text. */
  Optional<String> bodyText() {
    if (entry.text() != null) {
      return Optional.of(entry.text());
    }
    byte[] bytes = bytes();
    if (bytes.length == 0) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean shows = text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n');
      return shows ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The body in clear in hex, 32 bytes a line, the first so many; empty where there is none. */
  String bodyHex(int most) {
    byte[] bytes = bytes();
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < Math.min(most, bytes.length); i += HEX_A_LINE) {
      int end = Math.min(Math.min(most, bytes.length), i + HEX_A_LINE);
      hex.append(i == 0 ? "" : "\n").append(HexFormat.ofDelimiter(" ").formatHex(bytes, i, end));
    }
    return hex.toString();
  }

  /** How many bytes the body has in clear; 0 where the row has none. */
  int bodySize() {
    return bytes().length;
  }

  private byte[] bytes() {
    if (entry.text() != null) {
      return entry.text().getBytes(StandardCharsets.UTF_8);
    }
    if (entry.body() == null) {
      return new byte[0];
    }
    try {
      return Base64Text.decode(entry.body());
    } catch (JsonException e) {
      return new byte[0]; // a later version's
    }
  }
}
