package org.parley.journal.export;

import java.util.List;
import org.parley.crypto.Sha256;

/**
 * Some lines of an export, read together.
 *
 * @param first the number of the first of them in the file, from 1
 * @param lines without their ends
 */
record Segment(long first, List<byte[]> lines) {
  /** Tells whether the same lines are read a second time; 32 bytes. */
  byte[] digest() {
    byte[][] parts = new byte[2 * lines.size()][];
    for (int i = 0; i < lines.size(); i++) {
      parts[2 * i] = lines.get(i);
      parts[2 * i + 1] = new byte[] {'\n'};
    }
    return Sha256.of(parts);
  }
}
