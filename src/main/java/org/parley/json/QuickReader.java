package org.parley.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the common case of {@link JsonProfile#STRICT} several times as fast: an object without
 * white space whose values are strings, integers, true, false, null or such objects, with the
 * escapes that our writer uses. Whatever else it meets, wrong or only unusual, it leaves to the
 * general reader: it never decides that something is an error. Rows of the journal are read by the
 * million.
 *
 * <p>It also sees whether the text is the canonical one (RFC 8785): names ascend, and no escape is
 * one that the canonical form does not have. Then nothing needs to be serialised again in order to
 * be hashed.
 */
final class QuickReader {
  private static final int MAX_NAME = 32;
  private static final int MAX_DIGITS = 15; // below 2^53
  private static final char REPLACEMENT = '\uFFFD';

  private static final int MAX_DEPTH = JsonProfile.STRICT.maxDepth();

  private static final byte BACKSLASH = '\\';
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long HIGH = 0x8080_8080_8080_8080L;

  // Names come again and again: of each place the last one that was met. Any thread may put one.
  private static final String[] NAMES = new String[128];

  private final byte[] utf8;
  private final String[] open;
  private final int[] from; // of the values that are left open, as many as were met
  private final int[] to;
  private final String[] path = new String[MAX_DEPTH + 1];
  private byte[] spare = {}; // for strings with escapes
  private int size; // of what is in it
  private int met;
  private int depth;
  private int at;
  private boolean leave;
  private boolean canonical = true;

  private QuickReader(byte[] utf8, String... open) {
    this.utf8 = utf8;
    this.open = open;
    this.from = new int[open.length];
    this.to = new int[open.length];
  }

  /** The object; null where the general reader is to be asked. */
  static @Nullable JsonObject read(byte[] utf8) {
    return new QuickReader(utf8).whole();
  }

  /** As {@link JsonReader#cut}; null where the general reader is to be asked. */
  static JsonReader.@Nullable Cut cut(byte[] utf8, String... open) {
    QuickReader reader = new QuickReader(utf8, open);
    JsonObject object = reader.whole();
    return object == null ? null : new JsonReader.Cut(object, reader.pieces());
  }

  private byte @Nullable [][] pieces() {
    if (!canonical || met < open.length) {
      return null;
    }
    byte[][] pieces = new byte[met + 1][];
    for (int i = 0; i <= met; i++) {
      pieces[i] =
          Arrays.copyOfRange(utf8, i == 0 ? 0 : to[i - 1], i == met ? utf8.length : from[i]);
    }
    return pieces;
  }

  private @Nullable JsonObject whole() {
    JsonObject object = object();
    return at == utf8.length ? object : null;
  }

  private @Nullable JsonObject object() {
    if (++depth > MAX_DEPTH || !take('{')) {
      return null;
    }
    FewMembers members = new FewMembers();
    do {
      String name = take('"') ? name() : null;
      // One of a name that was there already is left, too.
      if (name == null || !take(':') || !members.add(name, member(name)) || leave) {
        return null;
      }
    } while (take(','));
    canonical &= members.ascending();
    depth--;
    return take('}') ? JsonObject.taking(members) : null;
  }

  private @Nullable Object member(String name) {
    path[depth] = name;
    boolean isOpen = met < open.length && isPath(open[met]);
    int begin = at;
    Object value = value();
    if (isOpen) {
      from[met] = begin;
      to[met++] = at;
    }
    return value;
  }

  /** Whether the member that was just named is that one, such as {@code header.crc}. */
  private boolean isPath(String wanted) {
    if (!wanted.endsWith(path[depth])) {
      return false; // nearly always
    }
    StringBuilder whole = new StringBuilder(path[1]);
    for (int level = 2; level <= depth; level++) {
      whole.append('.').append(path[level]);
    }
    return wanted.contentEquals(whole);
  }

  private boolean take(char expected) {
    boolean there = at < utf8.length && utf8[at] == expected;
    at += there ? 1 : 0;
    return there;
  }

  private @Nullable String name() {
    int begin = at;
    int hash = 0;
    while (at < utf8.length && isNamePart(utf8[at])) {
      hash = 31 * hash + utf8[at++];
    }
    int length = at - begin;
    return length > 0 && length <= MAX_NAME && take('"') ? name(begin, length, hash) : null;
  }

  private String name(int begin, int length, int hash) {
    int place = hash & (NAMES.length - 1);
    String known = NAMES[place];
    if (known != null && isThere(known, begin, length)) {
      return known;
    }
    String name = new String(utf8, begin, length, StandardCharsets.ISO_8859_1).intern();
    NAMES[place] = name;
    return name;
  }

  private boolean isThere(String name, int begin, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != utf8[begin + i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  private @Nullable Object value() {
    int first = at < utf8.length ? utf8[at] : 0;
    return switch (first) {
      case '"' -> {
        at++;
        yield string();
      }
      case 'n' -> word("null", null);
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case '{' -> {
        JsonObject object = object();
        leave |= object == null;
        yield object;
      }
      default -> integer();
    };
  }

  private @Nullable Object word(String word, @Nullable Boolean value) {
    for (int i = 0; i < word.length(); i++) {
      leave |= !take(word.charAt(i));
    }
    return value;
  }

  private Long integer() {
    boolean negative = take('-');
    int begin = at;
    long value = 0;
    while (at < utf8.length && utf8[at] >= '0' && utf8[at] <= '9' && at - begin <= MAX_DIGITS) {
      value = value * 10 + (utf8[at++] - '0');
    }
    int digits = at - begin;
    boolean zeroFirst = digits > 0 && utf8[begin] == '0' && (digits > 1 || negative);
    leave |= digits == 0 || digits > MAX_DIGITS || zeroFirst;
    return negative ? -value : value;
  }

  private String string() {
    int begin = at;
    at = plainEnd(begin);
    if (take('"')) {
      return new String(utf8, begin, at - 1 - begin, StandardCharsets.ISO_8859_1);
    }
    return unescaped(begin);
  }

  /** The string that begins there and is not plain throughout: without its escapes. */
  private String unescaped(int begin) {
    if (spare.length == 0) {
      spare = new byte[utf8.length + Long.BYTES];
    }
    at = begin;
    size = 0;
    boolean ascii = true;
    takePlain();
    while (!take('"')) {
      byte c = at < utf8.length ? utf8[at++] : 0;
      if (c >= 0) {
        c = c == BACKSLASH ? escaped() : 0;
        leave |= c == 0; // a control character, or no end
      } else {
        ascii = false;
        for (; at < utf8.length && utf8[at] < 0; c = utf8[at++]) {
          spare[size++] = c;
        }
      }
      if (leave) {
        return "";
      }
      spare[size++] = c;
      takePlain();
    }
    if (ascii) {
      return new String(spare, 0, size, StandardCharsets.ISO_8859_1);
    }
    String text = new String(spare, 0, size, StandardCharsets.UTF_8);
    // What is no UTF-8 became this character; where it stood there rightly, it is rare enough.
    leave |= text.indexOf(REPLACEMENT) >= 0;
    return text;
  }

  /** Copies what is plain; what was copied beyond that is overwritten by what follows. */
  private void takePlain() {
    while (at <= utf8.length - Long.BYTES) {
      long word = (long) LONG.get(utf8, at);
      LONG.set(spare, size, word);
      int plain = Long.numberOfTrailingZeros(notPlain(word)) / Byte.SIZE;
      at += plain;
      size += plain;
      if (plain < Long.BYTES) {
        return;
      }
    }
    while (at < utf8.length && isPlain(utf8[at])) {
      spare[size++] = utf8[at++];
    }
  }

  /** The character that is escaped there; 0 for an escape by number, or none. */
  private byte escaped() {
    byte kind = at < utf8.length ? utf8[at++] : 0;
    canonical &= kind != '/';
    return switch (kind) {
      case '"', BACKSLASH, '/' -> kind;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> 0;
    };
  }

  /** Where the first byte from there on is that is not plain. */
  private int plainEnd(int from) {
    int i = from;
    for (; i <= utf8.length - Long.BYTES; i += Long.BYTES) {
      long marks = notPlain((long) LONG.get(utf8, i));
      if (marks != 0) {
        return i + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
      }
    }
    while (i < utf8.length && isPlain(utf8[i])) {
      i++;
    }
    return i;
  }

  /** ASCII, but no quote, backslash or control character: stands for itself. */
  private static boolean isPlain(byte c) {
    return c >= ' ' && c != '"' && c != BACKSLASH;
  }

  /**
   * Marks the highest bit of each of eight bytes that is not plain, and perhaps of some behind the
   * first of them: a subtraction borrows from the next byte only where it marks its own. All at
   * once, since the most are plain.
   */
  private static long notPlain(long word) {
    long quote = word ^ '"' * EACH;
    long backslash = word ^ BACKSLASH * EACH;
    // Of an ASCII byte each has the highest bit only where it is below ' ', or is that character.
    return ((word - ' ' * EACH) | (quote - EACH) | (backslash - EACH) | word) & HIGH;
  }
}
