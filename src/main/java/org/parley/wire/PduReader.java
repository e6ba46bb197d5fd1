package org.parley.wire;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of concatenated JSON objects into frames: a push scanner that looks at each byte
 * once, however the network cut them, and holds at most one unfinished PDU.
 *
 * <p>It knows strings, escapes and brackets, and nothing else of JSON: what it calls complete is
 * still to be parsed. Use:
 *
 * <pre>{@code
 * while (from < to) {
 *   from += reader.feed(buffer, from, to - from);
 *   Frame frame = reader.poll();
 *   if (frame != null) {
 *     ... // may call setLimit: what follows has not been looked at yet
 *   }
 * }
 * }</pre>
 *
 * <p>For one thread.
 */
public final class PduReader {
  private static final int MAX_DEPTH = 8;
  private static final int FIRST_CAPACITY = 1024;
  private static final byte[] NOTHING = {};

  private int limit;
  private byte[] held = NOTHING;
  private int size; // bytes of the unfinished PDU, all of them in held between two calls
  private int depth;
  private int objects; // one bit a level: 1 where a brace opened it, 0 where a bracket did
  private boolean inString;
  private boolean escaped;
  private boolean broken;
  private @Nullable Frame ready;

  /** A scanner at the beginning of a stream, with the limit of the handshake. */
  public PduReader() {
    this(Limits.HANDSHAKE_PDU);
  }

  /** As {@link #PduReader()}, with another limit in bytes. */
  public PduReader(int limit) {
    this.limit = limit;
  }

  /** Sets the most bytes of a PDU, counted from its first; holds for an unfinished one, too. */
  public void setLimit(int bytes) {
    limit = bytes;
  }

  /** Whether bytes of an unfinished PDU have come: a stream that ends now was cut off. */
  public boolean pending() {
    return size > 0;
  }

  /** The frame that the last {@link #feed} ended with, once; null where there is none. */
  public @Nullable Frame poll() {
    Frame frame = ready;
    ready = null;
    return frame;
  }

  /**
   * Scans up to the end of one frame and no byte further, and copies what it needs.
   *
   * @return how many bytes it took: all of them, or those up to the frame that {@link #poll} gives;
   *     after a frame that is not complete the stream is lost, and all bytes are taken and dropped
   * @throws IllegalStateException if the last frame was not polled
   */
  public int feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (ready != null) {
      throw new IllegalStateException("poll the frame first");
    }
    int end = offset + length;
    int from = broken ? end : depth > 0 ? offset : skipSpace(bytes, offset, end);
    if (from == end) {
      return length;
    }
    // Bytes beyond the limit are not looked at: the PDU must be over by then.
    int stop = (int) Math.min(end, (long) from + Math.max(0, limit - size));
    int at = from;
    boolean sound = true;
    boolean done = false;
    while (sound && !done && at < stop) {
      sound = step(bytes[at++]);
      done = sound && depth == 0;
    }
    if (done) {
      ready = Frame.of(take(bytes, from, at));
      size = 0;
    } else if (!sound) {
      lose(Frame.Kind.GARBAGE, bytes, from, at);
    } else if (at < end) {
      lose(Frame.Kind.OVERSIZE, bytes, from, at + 1);
      at++;
    } else {
      hold(bytes, from, at);
    }
    return at - offset;
  }

  private static int skipSpace(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end
        && (bytes[at] == '\n' || bytes[at] == ' ' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** Takes one byte into account; false where no PDU can have it there. */
  private boolean step(byte b) {
    if (inString) {
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        inString = false;
      }
      return true;
    }
    return switch (b) {
      case '"' -> {
        inString = true;
        yield depth > 0;
      }
      case '{' -> open(1);
      case '[' -> open(0);
      case '}' -> close(1);
      case ']' -> close(0);
      default -> depth > 0;
    };
  }

  private boolean open(int kind) {
    objects = objects << 1 | kind;
    return ++depth <= MAX_DEPTH && (objects >> (depth - 1)) == 1; // the outermost is an object
  }

  private boolean close(int kind) {
    boolean fits = depth > 0 && (objects & 1) == kind;
    objects >>= 1;
    depth--;
    return fits;
  }

  private byte[] take(byte[] bytes, int from, int to) {
    if (size == 0) {
      return Arrays.copyOfRange(bytes, from, to);
    }
    hold(bytes, from, to);
    byte[] whole = Arrays.copyOf(held, size);
    held = NOTHING;
    return whole;
  }

  private void hold(byte[] bytes, int from, int to) {
    int needed = size + (to - from);
    if (needed > held.length) {
      held = Arrays.copyOf(held, Math.max(needed, Math.max(FIRST_CAPACITY, 2 * held.length)));
    }
    System.arraycopy(bytes, from, held, size, to - from);
    size = needed;
  }

  private void lose(Frame.Kind kind, byte[] bytes, int from, int to) {
    int all = size + (to - from);
    // A chunk may be long: only what is kept is copied.
    hold(bytes, from, Math.min(to, from + Limits.KEPT));
    ready = Frame.broken(kind, Arrays.copyOf(held, size), all);
    broken = true;
    held = NOTHING;
    size = 0;
  }
}
