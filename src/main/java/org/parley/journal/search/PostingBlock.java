package org.parley.journal.search;

import java.util.Arrays;

/**
 * Some trigrams, rising, and for each the texts that it is in, as numbers below a limit:
 *
 * <pre>
 * block  = entry ...
 * entry  = trigram, as the difference to the one before it · count of texts · texts
 * texts  = up to 3: two bytes each, big-endian; else: length of the code · code, see GapCode
 * </pre>
 *
 * <p>Numbers without a size here have 7 bits a byte, lowest first, the highest bit set on all bytes
 * but the last. Unchanging; any thread.
 */
final class PostingBlock {
  /** A block is ended by the entry that brings it to this many bytes or more. */
  static final int SIZE = 64 * 1024;

  /** Up to so many texts are written without a code. */
  static final int PLAIN = 3;

  // Every so many entries one is known by its place: that many are read to find one. With 16 a
  // message takes a byte less, and a query a tenth longer.
  private static final int STEP = 8;

  private final byte[] bytes;
  private final int length;
  private final int limit;
  private final long[] keys;
  private final int[] offsets;

  /**
   * A block as it was written.
   *
   * @param limit what all numbers of texts are below
   * @throws IllegalArgumentException where it was not
   */
  PostingBlock(byte[] block, int limit) {
    this.length = block.length;
    this.bytes = Arrays.copyOf(block, length + GapCode.SLACK);
    this.limit = limit;
    long[] foundKeys = new long[16];
    int[] foundOffsets = new int[16];
    int steps = 0;
    Entries entries = new Entries(this);
    for (int i = 0; entries.next(); i++) {
      if (i % STEP == 0) {
        if (steps == foundKeys.length) {
          foundKeys = Arrays.copyOf(foundKeys, 2 * steps);
          foundOffsets = Arrays.copyOf(foundOffsets, 2 * steps);
        }
        foundKeys[steps] = entries.key;
        foundOffsets[steps++] = entries.start;
      }
    }
    if (steps == 0) {
      throw new IllegalArgumentException("a block without an entry");
    }
    this.keys = Arrays.copyOf(foundKeys, steps);
    this.offsets = Arrays.copyOf(foundOffsets, steps);
  }

  long firstKey() {
    return keys[0];
  }

  /** As it was given. */
  byte[] block() {
    return Arrays.copyOf(bytes, length);
  }

  /** Bytes of heap, nearly. */
  long heap() {
    return bytes.length + 12L * keys.length + 96;
  }

  /** The entries from the first that is not below the key; none may be left. */
  Entries from(long key) {
    int step = Arrays.binarySearch(keys, key);
    step = step < 0 ? Math.max(0, -step - 2) : step;
    Entries entries = new Entries(this);
    entries.jump(keys[step], offsets[step]);
    boolean found = entries.next();
    while (found && entries.key < key) {
      found = entries.next();
    }
    entries.again = found;
    return entries;
  }

  /** All entries. */
  Entries all() {
    return new Entries(this);
  }

  /** Goes from entry to entry. For one thread. */
  static final class Entries {
    private final PostingBlock block;
    private int at;
    private int start;
    private long key;
    private int count;
    private int texts;
    private boolean again;

    private Entries(PostingBlock block) {
      this.block = block;
    }

    // To the entry at that place, which next() then reads, whatever difference stands there.
    private void jump(long keyThere, int offset) {
      at = offset;
      key = keyThere - varint(offset);
    }

    /** On to the next entry; false where there is none. */
    boolean next() {
      if (again) {
        again = false;
        return true;
      }
      if (at >= block.length) {
        return false;
      }
      start = at;
      long difference = readVarint();
      key += difference;
      count = (int) readVarint();
      int bytes = count <= PLAIN ? 2 * count : (int) readVarint();
      texts = at;
      at += bytes;
      if (difference < 0 || count < 1 || count > block.limit || bytes < 0 || at > block.length) {
        throw new IllegalArgumentException("a block that was not written so");
      }
      return true;
    }

    private long varint(int offset) {
      int before = at;
      at = offset;
      long value = readVarint();
      at = before;
      return value;
    }

    private long readVarint() {
      long value = 0;
      int shift = 0;
      byte next;
      do {
        if (at >= block.length || shift > 49) {
          throw new IllegalArgumentException("a block that was not written so");
        }
        next = block.bytes[at++];
        value |= (long) (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
      return value;
    }

    long key() {
      return key;
    }

    /** How many texts. */
    int count() {
      return count;
    }

    /** The texts' numbers, rising, each with {@code add} added, to {@code to[offset]} and after. */
    void read(int add, int[] to, int offset) {
      if (count <= PLAIN) {
        for (int i = 0; i < count; i++) {
          int number = block.bytes[texts + 2 * i] & 0xFF;
          to[offset + i] = add + ((number << 8) | (block.bytes[texts + 2 * i + 1] & 0xFF));
        }
      } else {
        int k = GapCode.parameter(count, block.limit);
        GapCode.read(block.bytes, texts, count, k, add, to, offset);
      }
    }

    int[] texts() {
      int[] texts = new int[count];
      read(0, texts, 0);
      return texts;
    }
  }
}
