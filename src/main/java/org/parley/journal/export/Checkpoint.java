package org.parley.journal.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.MerkleTree;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;

/**
 * What a log was at one point in time (C2SP tlog-checkpoint): which log, how many rows, and the RFC
 * 6962 root over them.
 *
 * @param origin names the log
 * @param size from 0 to 2^53-1
 * @param root 32 bytes
 * @param extensions further lines, none empty
 */
@SuppressWarnings("ArrayRecordComponent") // shown and compared by its root, never as a whole
record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {

  /** The text of the note. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n');
    text.append(Base64Text.encode(root)).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The checkpoint of a note's text; null where it is none. */
  static @Nullable Checkpoint parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    int end = lines.size() - 1; // what follows the last line end
    if (end < 3 || !lines.get(end).isEmpty() || lines.subList(0, end).contains("")) {
      return null;
    }
    // One spelling: no sign, no leading zero.
    if (!lines.get(1).matches("0|[1-9][0-9]{0,15}")) {
      return null;
    }
    long size = Long.parseLong(lines.get(1));
    try {
      byte[] root = Base64Text.decode(lines.get(2));
      return root.length != MerkleTree.HASH_SIZE || size > JsonObject.MAX_INTEGER
          ? null
          : new Checkpoint(lines.get(0), size, root, lines.subList(3, end));
    } catch (JsonException e) {
      return null;
    }
  }
}
