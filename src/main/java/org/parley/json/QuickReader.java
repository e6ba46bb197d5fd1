package org.parley.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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

  private final byte[] utf8;
  private final String[] open;
  private final int[] from; // of the values that are left open, as many as were met
  private final int[] to;
  private final String[] path = new String[MAX_DEPTH + 1];
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
    JsonObject object = object(32); // a row of the journal has 14 members
    return at == utf8.length ? object : null;
  }

  private @Nullable JsonObject object(int capacity) {
    if (++depth > MAX_DEPTH || !take('{')) {
      return null;
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(capacity);
    int count = 0;
    String last = "";
    do {
      String name = take('"') ? name() : null;
      if (name == null || !take(':')) {
        return null;
      }
      canonical &= last.compareTo(name) < 0;
      last = name;
      members.put(name, member(name));
      if (leave || members.size() != ++count) { // a name that was there already
        return null;
      }
    } while (take(','));
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
    while (at < utf8.length && isNamePart(utf8[at])) {
      at++;
    }
    int length = at - begin;
    return length > 0 && length <= MAX_NAME && take('"')
        ? new String(utf8, begin, length, StandardCharsets.ISO_8859_1)
        : null;
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
        JsonObject object = object(8);
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
    boolean ascii = true;
    boolean escaped = false;
    while (at < utf8.length && utf8[at] != '"') {
      byte c = utf8[at++];
      if (c == '\\') {
        escaped = true;
        at++; // whatever is escaped does not end the string
      } else if (c < 0) {
        ascii = false;
      } else if (c < ' ') {
        leave = true;
      }
    }
    if (at >= utf8.length) {
      leave = true;
      return "";
    }
    String text =
        new String(
            utf8,
            begin,
            at - begin,
            ascii && !escaped ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    at++;
    // What is no UTF-8 became this character; where it stood there rightly, it is rare enough.
    leave |= !ascii && text.indexOf(REPLACEMENT) >= 0;
    return escaped ? unescaped(text) : text;
  }

  private String unescaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int next = text.indexOf('\\'); next >= 0; next = text.indexOf('\\', from)) {
      out.append(text, from, next);
      char kind = next + 1 < text.length() ? text.charAt(next + 1) : 0;
      int plain = "\"\\/bfnrt".indexOf(kind);
      leave |= plain < 0; // an escape by number, or none
      canonical &= kind != '/';
      if (leave) {
        return "";
      }
      out.append("\"\\/\b\f\n\r\t".charAt(plain));
      from = next + 2;
    }
    return out.append(text, from, text.length()).toString();
  }
}
