package org.parley.journal.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.RecordText;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;

/**
 * The first line of an export. Owner, time and whether the journal was verified stand in the
 * checkpoint, too, where they are signed; the line must repeat them.
 *
 * @param note the signed checkpoint
 * @param checkpoint its text, of which {@link #parse} does not know yet whether it is signed
 */
record ExportHeader(
    ExportKind kind,
    PeerName owner,
    Instant exported,
    boolean verified,
    VerifierKey key,
    String note,
    Checkpoint checkpoint) {
  private static final long VERSION = 1;
  private static final String ORIGIN = "parley/";

  /** Makes and signs the checkpoint. */
  static ExportHeader sign(
      ExportKind kind,
      PeerName owner,
      Instant exported,
      Basis basis,
      byte[] root,
      String journal,
      Identity identity) {
    VerifierKey key = VerifierKey.of(ORIGIN + journal, identity.publicKey());
    List<String> extensions = extensions(owner, exported, basis.verified());
    Checkpoint checkpoint = new Checkpoint(key.name(), basis.size(), root, extensions);
    String note = SignedNote.sign(checkpoint.text(), key, identity);
    return new ExportHeader(kind, owner, exported, basis.verified(), key, note, checkpoint);
  }

  private static List<String> extensions(PeerName owner, Instant exported, boolean verified) {
    return List.of(
        "owner " + owner, "exported " + RecordText.time(exported), "verified " + verified);
  }

  /** The line, without its end. */
  byte[] line() {
    return JsonWriter.canonicalBytes(
        JsonObject.empty()
            .with("parley_export", VERSION)
            .with("kind", kind.fileName())
            .with("owner", owner.toString())
            .with("exported", RecordText.time(exported))
            .with("verified", verified)
            .with("public_key", key.toString())
            .with("checkpoint", note));
  }

  /** Reads the line; who signed the checkpoint is not asked here. Null where it is none. */
  static @Nullable ExportHeader parse(byte[] line) {
    try {
      JsonObject json = JsonReader.object(line, JsonProfile.STRICT);
      json.integer("parley_export", VERSION, VERSION);
      VerifierKey key = VerifierKey.parse(json.string("public_key"));
      String note = json.string("checkpoint");
      Checkpoint checkpoint = Checkpoint.parse(SignedNote.text(note));
      ExportKind kind = kind(json.string("kind"));
      if (key == null || checkpoint == null || kind == null) {
        return null;
      }
      ExportHeader header =
          new ExportHeader(
              kind,
              PeerName.of(json.string("owner")),
              RecordText.parseTime(json.string("exported")),
              json.bool("verified"),
              key,
              note,
              checkpoint);
      // Written again it must be the same bytes: canonical, and with nothing else in it.
      return header.agrees() && Arrays.equals(header.line(), line) ? header : null;
    } catch (JsonException | InvalidNameException | NoteException e) {
      return null;
    }
  }

  private boolean agrees() {
    return checkpoint.origin().equals(key.name())
        && key.name().matches(ORIGIN + "[0-9a-f]{32}")
        && checkpoint.extensions().equals(extensions(owner, exported, verified));
  }

  private static @Nullable ExportKind kind(String name) {
    return Arrays.stream(ExportKind.values())
        .filter(kind -> kind.fileName().equals(name))
        .findFirst()
        .orElse(null);
  }
}
