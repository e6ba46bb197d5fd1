package org.parley.journal;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * How a finding is written into the journal itself, as noted ({@link LocalTypes#FINDING}) or as
 * accepted ({@link LocalTypes#ACCEPT}): {@code of} its seq, body {@code {"kind", "mark"}}.
 */
final class Acceptance {
  private Acceptance() {}

  static Entry row(String localType, Finding finding, Instant time) {
    JsonObject body =
        JsonObject.empty().with("kind", finding.kind().publicName()).with("mark", finding.mark());
    return Entry.local(
        time, localType, finding.seq(), Base64Text.encode(JsonWriter.canonicalBytes(body)));
  }

  /** The mark that an accept row names; null for any other row. */
  static @Nullable String acceptedBy(Entry entry) {
    Finding finding = read(LocalTypes.ACCEPT, entry);
    return finding == null ? null : finding.mark();
  }

  /** The finding that a finding row notes; null for any other row. */
  static @Nullable Finding notedBy(Entry entry) {
    return read(LocalTypes.FINDING, entry);
  }

  private static @Nullable Finding read(String localType, Entry entry) {
    String body = entry.body();
    if (!entry.isLocal(localType) || body == null) {
      return null;
    }
    try {
      JsonObject json = JsonReader.object(Base64Text.decode(body), JsonProfile.STRICT);
      FindingKind kind = FindingKind.valueOf(json.string("kind").toUpperCase(Locale.ROOT));
      // Only what the next head would cover up is noted, and that is the state.
      return new Finding(kind, entry.of(), entry.of(), FindingDetail.STATE, json.string("mark"));
    } catch (JsonException | IllegalArgumentException e) {
      return null; // the row's tag was right, so a later version wrote it
    }
  }
}
