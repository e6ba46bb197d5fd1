package org.parley.journal.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.journal.EntrySealer;
import org.parley.journal.MerkleTree;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

/**
 * A line about one row.
 *
 * @param entry null where only the leaf is given
 * @param record the entry's canonical JSON; null where the entry is
 * @param salt of 32 bytes; null where the entry is
 * @param leaf of 32 bytes: that of entry and salt where they are given
 * @param proof null in a whole
 */
@SuppressWarnings("ArrayRecordComponent") // read and written, never compared
record ExportLine(
    long seq,
    @Nullable Entry entry,
    byte @Nullable [] record,
    byte @Nullable [] salt,
    byte[] leaf,
    @Nullable List<byte[]> proof) {
  /** The most bytes of a line: a record of the greatest size, and what stands around it. */
  static final int MAX_SIZE = EntrySealer.MAX_RECORD + 8192;

  // More inner nodes than the largest possible tree has above a leaf.
  private static final int MAX_PROOF = 64;
  private static final HexFormat HEX = HexFormat.of();

  /** A row that is shown. */
  static ExportLine shown(long seq, Entry entry, byte[] salt, @Nullable List<byte[]> proof) {
    byte[] record = entry.record();
    return new ExportLine(seq, entry, record, salt, EntrySealer.leaf(seq, salt, record), proof);
  }

  /** A row of which only the leaf is given. */
  static ExportLine withheld(long seq, byte[] leaf, @Nullable List<byte[]> proof) {
    return new ExportLine(seq, null, null, null, leaf, proof);
  }

  /** The same with a proof. */
  ExportLine with(List<byte[]> inclusion) {
    return new ExportLine(seq, entry, record, salt, leaf, inclusion);
  }

  /** The line, without its end. */
  byte[] bytes() {
    // Put together by hand, in the order that canonical JSON has: a record is serialised once only.
    StringBuilder before = new StringBuilder("{");
    StringBuilder after = new StringBuilder();
    if (record == null) {
      before.append("\"leaf\":\"").append(HEX.formatHex(leaf)).append('"');
      if (proof != null) {
        proof(before.append(','));
      }
      after.append(",\"seq\":").append(seq).append('}');
      return VerifierKey.utf8(before.append(after).toString());
    }
    if (proof != null) {
      proof(before).append(',');
    }
    before.append("\"record\":");
    after.append(",\"salt\":\"").append(HEX.formatHex(salt)).append('"');
    after.append(",\"seq\":").append(seq).append('}');
    return joined(before.toString(), record, after.toString());
  }

  private StringBuilder proof(StringBuilder out) {
    out.append("\"proof\":[");
    String comma = "";
    for (byte[] node : proof == null ? List.<byte[]>of() : proof) {
      out.append(comma).append('"').append(HEX.formatHex(node)).append('"');
      comma = ",";
    }
    return out.append(']');
  }

  private static byte[] joined(String before, byte[] record, String after) {
    byte[] out = new byte[before.length() + record.length + after.length()];
    System.arraycopy(VerifierKey.utf8(before), 0, out, 0, before.length());
    System.arraycopy(record, 0, out, before.length(), record.length);
    System.arraycopy(
        VerifierKey.utf8(after), 0, out, before.length() + record.length, after.length());
    return out;
  }

  /** Reads a line; null where it is none, or not in the one spelling. */
  static @Nullable ExportLine parse(byte[] line) {
    try {
      JsonObject json = JsonReader.object(line, JsonProfile.STRICT);
      long seq = json.integer("seq", 0, JsonObject.MAX_INTEGER);
      List<byte[]> proof = json.has("proof") ? nodes(json.array("proof")) : null;
      ExportLine read =
          json.has("record")
              ? shown(seq, Entry.of(json.object("record")), hash(json.string("salt")), proof)
              : withheld(seq, hash(json.string("leaf")), proof);
      // Written again it must be the same bytes: canonical, and with nothing else in it. This also
      // holds the record to its members.
      return Arrays.equals(read.bytes(), line) ? read : null;
    } catch (JsonException | IllegalArgumentException e) {
      return null;
    }
  }

  private static List<byte[]> nodes(JsonArray array) throws JsonException {
    if (array.size() > MAX_PROOF) {
      throw new JsonException("a proof that is too long");
    }
    List<byte[]> nodes = new ArrayList<>();
    for (Object node : array) {
      if (!(node instanceof String hex)) {
        throw new JsonException("a proof is of strings");
      }
      nodes.add(hash(hex));
    }
    return nodes;
  }

  private static byte[] hash(String hex) throws JsonException {
    if (hex.length() != 2 * MerkleTree.HASH_SIZE) {
      throw new JsonException("a hash has 32 bytes");
    }
    return HEX.parseHex(hex);
  }

  @Override
  public String toString() {
    return "ExportLine[" + seq + "]";
  }
}
