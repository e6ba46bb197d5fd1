package org.parley.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;

/** One transcript of vectors/classic.json: a whole connection, computed by another program. */
record Transcript(JsonObject json) {
  /** Its first timestamp; each next PDU is {@link #STEP} later. */
  static final long BEGIN = 1_789_000_000_000L;

  static final long STEP = 7;

  /** One PDU of it. Of the longest text only the SHA-256 of the canonical form is there. */
  record Line(
      boolean fromInitiator, String type, byte @Nullable [] wire, @Nullable String sha256) {}

  static List<Transcript> all() throws IOException, JsonException {
    try (InputStream in = Transcript.class.getResourceAsStream("/vectors/classic.json")) {
      JsonObject file = (JsonObject) JsonReader.document(in.readAllBytes(), JsonProfile.FILE);
      List<Transcript> all = new ArrayList<>();
      for (Object transcript : file.array("transcripts")) {
        all.add(new Transcript((JsonObject) transcript));
      }
      return all;
    }
  }

  static Transcript first() {
    try {
      return all().get(0);
    } catch (IOException | JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  String string(String name) {
    try {
      return json.string(name);
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes(String name) {
    return HexFormat.of().parseHex(string(name));
  }

  SecretBytes secret(String name) {
    return SecretBytes.taking(bytes(name));
  }

  PeerName initiator() {
    return name(string("initiator"));
  }

  PeerName responder() {
    return name(string("responder"));
  }

  static PeerName name(String text) {
    try {
      return PeerName.of(text);
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException(e);
    }
  }

  OutgoingText text() throws JsonException {
    JsonObject only = (JsonObject) json.array("texts").values().get(0);
    String text = only.stringOrNull("text");
    // The longest is there as a rule: "U+00E9 repeated 32768 times".
    return new OutgoingText(only.string("id"), text != null ? text : "\u00e9".repeat(32768));
  }

  List<Line> lines() throws JsonException {
    List<Line> lines = new ArrayList<>();
    for (Object value : json.array("pdus")) {
      JsonObject pdu = (JsonObject) value;
      lines.add(
          new Line(
              pdu.string("from").equals("initiator"),
              pdu.object("pdu").object("header").string("msg_type"),
              pdu.has("canonical") ? pdu.string("canonical").getBytes(UTF_8) : null,
              pdu.has("canonical_sha256") ? pdu.string("canonical_sha256") : null));
    }
    return lines;
  }

  Initiator newInitiator() throws JsonException {
    return new Initiator(
        initiator(),
        responder(),
        peer -> peer.equals(responder()) ? secret("contact_secret") : null,
        text(),
        scripted("initiator"));
  }

  Responder newResponder() {
    return new Responder(
        responder(),
        peer -> peer.equals(initiator()) ? secret("contact_secret") : null,
        scripted("responder"));
  }

  /** Gives a role's private exponent and then its challenge. */
  RandomSource scripted(String role) {
    return script(bytes(role + "_private"), bytes(role + "_challenge"));
  }

  static RandomSource script(byte[]... values) {
    return new RandomSource() {
      private int next;

      @Override
      public byte[] bytes(int count) {
        byte[] value = values[next++].clone();
        if (value.length != count) {
          throw new IllegalStateException("asked for " + count + " bytes");
        }
        return value;
      }
    };
  }

  @Override
  public String toString() {
    return string("name");
  }

  /** When the PDU of that place is sent and, for the other side, comes. */
  static Now at(int line) {
    return new Now(BEGIN + STEP * line, 1_000 + STEP * line);
  }
}
