package org.parley.journal.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Sha256;
import org.parley.journal.JournalException;

/**
 * Where the sealed texts of some messages that follow one another lie in the {@link TextFile}.
 * Unchanging; any thread.
 *
 * <pre>
 * chunk     = length of the directory (4 bytes, big-endian) ‖ directory ‖ record ...
 * directory = seal(count · seq of the first · seq of the last · leaf of the last · units of each)
 * record    = as many times 16 bytes as it has units; none for a message without a copy
 * </pre>
 *
 * <p>The leaf tells a file of rows that were there once, in a journal that was put back and went on
 * otherwise.
 *
 * <p>Numbers as {@link ByteSink} writes them.
 */
final class TextChunk {
  /** The most messages of one. */
  static final int MOST = 1024;

  /** What lengths are counted in: a sealing is a whole number of them. */
  static final int UNIT = 16;

  /** The most units of one, so that a place in it fits 16 bits. */
  static final int MOST_UNITS = Character.MAX_VALUE;

  /** The most bytes of a text that has a record; a longer one is read from its row. */
  static final int MOST_TEXT = (MOST_UNITS - 4) * UNIT;

  /** The most bytes of a directory: three for each message's units, and the rest of it. */
  static final int MOST_DIRECTORY = 4096;

  /** Where leaves come from. */
  interface Leaves {
    /** The leaf of that row; of a row that is not there 32 zeros. */
    byte[] of(long seq) throws JournalException;
  }

  private final int first;
  private final long firstSeq;
  private final long lastSeq;
  private final byte[] lastLeaf;
  private final long base;
  // Where each record ends, in units from the base; as chars, since there are as many as messages.
  private final char[] ends;

  private TextChunk(
      int first, long firstSeq, long lastSeq, byte[] lastLeaf, long base, char[] ends) {
    this.first = first;
    this.firstSeq = firstSeq;
    this.lastSeq = lastSeq;
    this.lastLeaf = lastLeaf;
    this.base = base;
    this.ends = ends;
  }

  /**
   * A chunk as its directory says.
   *
   * @param first the slot of its first message
   * @param base where its first record lies in the file
   * @throws IllegalArgumentException where that was not written so
   */
  static TextChunk read(int first, long base, byte[] directory) {
    ByteSource source = new ByteSource(directory);
    int count = source.count();
    long firstSeq = source.number();
    long lastSeq = source.number();
    byte[] lastLeaf = source.raw(Sha256.SIZE);
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("a chunk of so many texts is none of ours");
    }
    char[] ends = new char[count];
    long end = 0;
    for (int i = 0; i < count; i++) {
      end += source.count();
      if (end > MOST_UNITS) {
        throw new IllegalArgumentException("a chunk that is longer than any of ours");
      }
      ends[i] = (char) end;
    }
    source.end();
    return new TextChunk(first, firstSeq, lastSeq, lastLeaf, base, ends);
  }

  /** What {@link #read} reads. */
  static byte[] directory(long firstSeq, long lastSeq, byte[] lastLeaf, int[] units, int count) {
    ByteSink sink = new ByteSink().number(count).number(firstSeq).number(lastSeq).raw(lastLeaf);
    for (int i = 0; i < count; i++) {
      sink.number(units[i]);
    }
    return sink.bytes();
  }

  /** The slot of the first message. */
  int first() {
    return first;
  }

  /** The slot after the last message. */
  int limit() {
    return first + ends.length;
  }

  /** Whether its ends are the messages that the index has there, of the rows that there are. */
  boolean fits(MessageTable table, Leaves leaves) throws JournalException {
    return limit() <= table.size()
        && table.seq(first) == firstSeq
        && table.seq(limit() - 1) == lastSeq
        && Arrays.equals(leaves.of(lastSeq), lastLeaf);
  }

  /** Where in the file the record of that slot begins. */
  long offset(int slot) {
    return base + (long) UNIT * (slot == first ? 0 : ends[slot - first - 1]);
  }

  /** How many bytes it has; 0 where there is none. */
  int length(int slot) {
    return (int) (base + (long) UNIT * ends[slot - first] - offset(slot));
  }

  /** Where in the file the last record ends. */
  long end() {
    return base + (long) UNIT * ends[ends.length - 1];
  }

  /** The chunk with that slot; null where there is none. */
  static @Nullable TextChunk of(List<TextChunk> chunks, int slot) {
    int low = 0;
    int high = chunks.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (slot < chunks.get(middle).first()) {
        high = middle - 1;
      } else if (slot >= chunks.get(middle).limit()) {
        low = middle + 1;
      } else {
        return chunks.get(middle);
      }
    }
    return null;
  }
}
