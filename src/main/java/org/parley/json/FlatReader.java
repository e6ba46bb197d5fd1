package org.parley.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the common case of {@link JsonProfile#STRICT} several times as fast: an object without
 * white space whose values are strings, integers, true, false or null, with the escapes that our
 * writer uses. Whatever else it meets, wrong or only unusual, it leaves to the general reader: it
 * never decides that something is an error. Rows of the journal are read by the million.
 */
final class FlatReader {
  private static final int MAX_NAME = 32;
  private static final int MAX_DIGITS = 15; // below 2^53
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] utf8;
  private int at;
  private boolean leave;

  private FlatReader(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** The object; null where the general reader is to be asked. */
  static @Nullable JsonObject read(byte[] utf8) {
    return new FlatReader(utf8).object();
  }

  private @Nullable JsonObject object() {
    if (!take('{')) {
      return null;
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(32);
    int count = 0;
    do {
      String name = take('"') ? name() : null;
      if (name == null || !take(':')) {
        return null;
      }
      members.put(name, value());
      if (leave || members.size() != ++count) { // a name that was there already
        return null;
      }
    } while (take(','));
    return take('}') && at == utf8.length ? JsonObject.taking(members) : null;
  }

  private boolean take(char expected) {
    boolean there = at < utf8.length && utf8[at] == expected;
    at += there ? 1 : 0;
    return there;
  }

  private @Nullable String name() {
    int from = at;
    while (at < utf8.length && isNamePart(utf8[at])) {
      at++;
    }
    int length = at - from;
    return length > 0 && length <= MAX_NAME && take('"')
        ? new String(utf8, from, length, StandardCharsets.ISO_8859_1)
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
    int from = at;
    long value = 0;
    while (at < utf8.length && utf8[at] >= '0' && utf8[at] <= '9' && at - from <= MAX_DIGITS) {
      value = value * 10 + (utf8[at++] - '0');
    }
    int digits = at - from;
    boolean zeroFirst = digits > 0 && utf8[from] == '0' && (digits > 1 || negative);
    leave |= digits == 0 || digits > MAX_DIGITS || zeroFirst;
    return negative ? -value : value;
  }

  private String string() {
    int from = at;
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
            from,
            at - from,
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
      if (leave) {
        return "";
      }
      out.append("\"\\/\b\f\n\r\t".charAt(plain));
      from = next + 2;
    }
    return out.append(text, from, text.length()).toString();
  }
}
