package org.parley.app.backup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * What a backup says of itself, in its last member: canonical JSON. Nobody vouches for it: whoever
 * can write the file can write this.
 *
 * @param name the own name; null where the settings could not tell it
 * @param journal the id that the vault names, 32 hex digits
 * @param made when, to the second
 * @param parts the members before this one
 * @param leftOut files of the data folder that were not taken
 */
record Manifest(
    @Nullable String name, String journal, Instant made, List<Part> parts, List<String> leftOut) {
  static final String FILE_NAME = "parley-backup.json";
  static final int MOST_BYTES = 64 << 10;
  private static final int FORMAT = 1;

  /** One member: its size in bytes, and SHA-256 in hex. */
  record Part(Member member, long size, String sha256) {
    static Part of(Member member, long size, byte[] digest) {
      return new Part(member, size, HexFormat.of().formatHex(digest));
    }

    private JsonObject json() {
      return JsonObject.empty()
          .with("name", member.fileName())
          .with("size", size)
          .with("sha256", sha256);
    }

    private static Part of(JsonObject json) throws JsonException {
      Member member = Member.named(json.string("name"));
      if (member == null) {
        throw new JsonException("a member that no backup has");
      }
      return new Part(
          member, json.integer("size", 0, JsonObject.MAX_INTEGER), json.string("sha256"));
    }
  }

  /** A backup of a format that this program does not know. */
  static final class NewerException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  byte[] bytes() {
    return JsonWriter.canonicalBytes(
        JsonObject.empty()
            .with("parley_backup", FORMAT)
            .with("name", name)
            .with("journal", journal)
            .with("made", made.toString())
            .with("members", new JsonArray(parts.stream().map(Part::json).toList()))
            .with("left_out", new JsonArray(leftOut)));
  }

  static Manifest parse(byte[] bytes) throws JsonException, NewerException {
    JsonObject json = JsonReader.object(bytes, JsonProfile.STRICT);
    if (json.integer("parley_backup", 1, JsonObject.MAX_INTEGER) != FORMAT) {
      throw new NewerException();
    }
    List<Part> parts = new ArrayList<>();
    for (Object part : json.array("members")) {
      if (!(part instanceof JsonObject object)) {
        throw new JsonException("a member that is no object");
      }
      parts.add(Part.of(object));
    }
    List<String> leftOut = new ArrayList<>();
    for (Object name : json.array("left_out")) {
      if (!(name instanceof String text)) {
        throw new JsonException("a name that is no text");
      }
      leftOut.add(text);
    }
    try {
      return new Manifest(
          json.stringOrNull("name"),
          json.string("journal"),
          Instant.parse(json.string("made")),
          parts,
          leftOut);
    } catch (DateTimeParseException e) {
      throw new JsonException("made is no time");
    }
  }
}
