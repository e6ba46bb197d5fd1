package org.parley.journal;

import java.util.Arrays;
import java.util.HexFormat;
import org.parley.crypto.HmacSha256;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * What the journal was at some earlier time, kept outside of the database:
 *
 * <pre>
 * {"parley_anchor": 1, "journal": hex, "size": n, "root": hex, "frontier": hex, "tag": hex}
 * tag = HMAC-SHA256(journal/head, "parley/anchor/1" ‖ journal id ‖ u64(size) ‖ root ‖ frontier)
 * </pre>
 */
public final class Anchor {
  private static final byte[] LABEL = Bytes.ascii("parley/anchor/1");
  private static final HexFormat HEX = HexFormat.of();

  private final MerkleTree tree;

  private Anchor(MerkleTree tree) {
    this.tree = tree;
  }

  /** The anchor of that tree. */
  static Anchor of(MerkleTree tree) {
    return new Anchor(tree.copy());
  }

  /** A tree of that size and frontier, to be extended. */
  public MerkleTree tree() {
    return tree.copy();
  }

  /** How many rows there were. */
  public long size() {
    return tree.size();
  }

  byte[] bytes(JournalKeys keys) {
    return JsonWriter.canonicalBytes(
        JsonObject.empty()
            .with("parley_anchor", 1)
            .with("journal", keys.journal().toString())
            .with("size", tree.size())
            .with("root", HEX.formatHex(tree.root()))
            .with("frontier", HEX.formatHex(tree.frontier()))
            .with("tag", HEX.formatHex(tag(keys, tree.size(), tree.root(), tree.frontier()))));
  }

  /** Reads one; {@link JournalException} where it is none, or not of this journal. */
  static Anchor parse(JournalKeys keys, byte[] file) throws JournalException {
    try {
      JsonObject json = JsonReader.object(file, JsonProfile.STRICT);
      json.integer("parley_anchor", 1, 1);
      long size = json.integer("size", 0, JsonObject.MAX_INTEGER);
      byte[] root = hex(json, "root");
      byte[] frontier = hex(json, "frontier");
      MerkleTree tree = MerkleTree.at(size, frontier);
      // The tag is of the journal that the keys are for, so that the member `journal` need not be
      // believed; the root is compared since the tag alone does not tie it to the frontier.
      if (!HmacSha256.verify(
              keys.head(),
              hex(json, "tag"),
              LABEL,
              keys.journalBytes(),
              Bytes.u64(size),
              root,
              frontier)
          || !Arrays.equals(root, tree.root())
          || !json.string("journal").equals(keys.journal().toString())) {
        throw new JournalException("an anchor that is not this journal's");
      }
      Anchor anchor = new Anchor(tree);
      // There is one spelling of it: capital digits, say, are not ours.
      if (!Arrays.equals(file, anchor.bytes(keys))) {
        throw new JournalException("an anchor that was not written by this program");
      }
      return anchor;
    } catch (JsonException e) {
      throw new JournalException("an anchor that cannot be read", e);
    }
  }

  private static byte[] tag(JournalKeys keys, long size, byte[] root, byte[] frontier) {
    return HmacSha256.of(keys.head(), LABEL, keys.journalBytes(), Bytes.u64(size), root, frontier);
  }

  private static byte[] hex(JsonObject json, String name) throws JsonException {
    try {
      return HEX.parseHex(json.string(name));
    } catch (IllegalArgumentException e) {
      throw new JsonException(name + " is no hex");
    }
  }
}
