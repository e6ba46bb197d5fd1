package org.parley.journal.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts that searches read last, each decrypted and checked once: whoever types a word asks for
 * nearly the same rows at each letter. Only so many bytes of them; wiped when they go. Any thread.
 */
final class ReadTexts implements AutoCloseable {
  /** The most bytes of heap. */
  static final int MOST_BYTES = 1024 * 1024;

  // Of a text beside its bytes: an entry of the map, its key, the head of an array.
  private static final int EACH = 96;

  // The one that was asked for longest ago first.
  private final Map<Long, byte[]> texts = new LinkedHashMap<>(64, 0.75f, true);
  private int bytes;
  private long removals;
  private boolean closed;

  /** The text of that row, where it is known. */
  synchronized @Nullable String get(long seq) {
    byte[] text = texts.get(seq);
    return text == null ? null : new String(text, StandardCharsets.UTF_8);
  }

  /** How many rows were emptied; asked before rows are read, and given with what was read. */
  synchronized long removals() {
    return removals;
  }

  /**
   * The text of that row, unless a row was emptied since it was read.
   *
   * @param before what {@link #removals} said before it was read
   */
  synchronized void put(long seq, String text, long before) {
    if (before != removals || closed) {
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes += EACH + utf8.length - wipe(texts.put(seq, utf8));
    Iterator<byte[]> oldest = texts.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= wipe(oldest.next());
      oldest.remove();
    }
  }

  private static int wipe(byte @Nullable [] text) {
    if (text == null) {
      return 0;
    }
    Arrays.fill(text, (byte) 0);
    return EACH + text.length;
  }

  /** That row was emptied. */
  synchronized void removed(long seq) {
    removals++;
    bytes -= wipe(texts.remove(seq));
  }

  /** Wipes all, and takes no more. */
  @Override
  public synchronized void close() {
    closed = true;
    texts.values().forEach(ReadTexts::wipe);
    texts.clear();
    bytes = 0;
  }
}
