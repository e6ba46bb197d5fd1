package org.parley.journal.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.AesCbc;
import org.parley.crypto.HmacSha256;
import org.parley.vault.PreparedSeal;
import org.parley.vault.Seal;
import org.parley.vault.SealException;

/**
 * What a {@link TextFile} consists of, each part sealed under its own name:
 *
 * <pre>
 * directory = seal(search, journal id in hex ‖ "/texts/" ‖ slot of the first, see TextChunk)
 * record    = seal(search, journal id in hex ‖ "/text/" ‖ seq, text in UTF-8), or of one that is gone
 *             seal(search, journal id in hex ‖ "/gone/" ‖ seq, as many zeros as make it as long)
 * </pre>
 *
 * <p>The name binds a record to its place: one in another's, or of another journal, is none. To who
 * has no key a record of a text that is gone looks like any other. Any thread.
 */
final class TextSeal implements AutoCloseable {
  private static final byte[] NOTHING = {};

  /** Bytes of the shortest record: IV, a block of padding, tag. */
  private static final int LEAST_RECORD = 2 * AesCbc.BLOCK + HmacSha256.SIZE;

  private final Seal seal;
  private final String journal;
  // As many as threads ever used one at once: to prepare one takes longer than to open a text.
  private final ConcurrentLinkedQueue<PreparedSeal> idle = new ConcurrentLinkedQueue<>();

  /** With a seal of the purpose {@code search}, which stays the caller's. */
  TextSeal(Seal seal, String journal) {
    this.seal = seal;
    this.journal = journal;
  }

  private byte[] seal(String name, byte[] plain) {
    PreparedSeal one = take();
    try {
      return one.seal(name, plain);
    } finally {
      idle.add(one);
    }
  }

  private byte[] open(String name, byte[] from, int at, int length) throws SealException {
    PreparedSeal one = take();
    try {
      return one.open(name, from, at, length);
    } finally {
      idle.add(one);
    }
  }

  private PreparedSeal take() {
    PreparedSeal one = idle.poll();
    return one == null ? seal.prepared() : one;
  }

  /** The record of that text; no byte where there is to be none. */
  byte[] record(long seq, @Nullable String text) {
    byte[] utf8 = text == null ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
    boolean none = text == null || utf8.length > TextChunk.MOST_TEXT;
    byte[] record = none ? NOTHING : seal(journal + "/text/" + seq, utf8);
    Arrays.fill(utf8, (byte) 0);
    return record;
  }

  /** The text of that record. */
  String text(long seq, byte[] from, int at, int length) throws SealException {
    byte[] utf8 = open(journal + "/text/" + seq, from, at, length);
    String text = new String(utf8, StandardCharsets.UTF_8);
    Arrays.fill(utf8, (byte) 0);
    return text;
  }

  /** A record of so many bytes that has no text any more. */
  byte[] gone(long seq, int length) {
    return seal(journal + "/gone/" + seq, new byte[length - LEAST_RECORD]);
  }

  /** Whether that is one, and whole: what a write left half done is none. */
  boolean isGone(long seq, byte[] from, int at, int length) {
    try {
      return open(journal + "/gone/" + seq, from, at, length).length == length - LEAST_RECORD;
    } catch (SealException e) {
      return false;
    }
  }

  byte[] directory(int first, byte[] plain) {
    return seal(directory(first), plain);
  }

  byte[] openDirectory(int first, byte[] from, int at, int length) throws SealException {
    return open(directory(first), from, at, length);
  }

  private String directory(int first) {
    return journal + "/texts/" + first;
  }

  /** Wipes the prepared keys; nobody may be using them. */
  @Override
  public void close() {
    idle.forEach(PreparedSeal::close);
    idle.clear();
  }
}
