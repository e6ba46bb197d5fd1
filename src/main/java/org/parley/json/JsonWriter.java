package org.parley.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON: the canonical form of RFC 8785, over which everything is hashed, and an indented one
 * for files that people read.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(256);
  private final boolean canonical;
  private final List<byte[]> pieces = new ArrayList<>(0);
  private String[] open = {};
  private String path = "";

  private JsonWriter(boolean canonical) {
    this.canonical = canonical;
  }

  /**
   * The canonical form: members sorted by their UTF-16 code units (RFC 8785 section 3.2.3), no
   * white space, the shortest escapes (section 3.2.2.2). Numbers are integers: the rule for
   * fractions is not ours to need, and asking for it is a bug of the caller.
   */
  public static String canonical(JsonObject value) {
    JsonWriter writer = new JsonWriter(true);
    writer.object(value, 0);
    return writer.out.toString();
  }

  /**
   * {@link #canonical} in UTF-8, cut around the values of some members, which are left out: for a
   * text that is needed several times with other values there, since serialising is the dear part.
   *
   * @param open paths to members that are there, such as {@code header.crc}, in the order of the
   *     canonical text
   * @return what stands before, between and after them: one piece more than paths
   */
  public static byte[][] canonicalAround(JsonObject value, String... open) {
    JsonWriter writer = new JsonWriter(true);
    writer.open = open;
    writer.object(value, 0);
    if (writer.pieces.size() != open.length) {
      throw new IllegalArgumentException("a member to leave open is missing or out of order");
    }
    writer.cut();
    return writer.pieces.toArray(new byte[0][]);
  }

  /** {@link #canonical} in UTF-8. */
  public static byte[] canonicalBytes(JsonObject value) {
    return canonical(value).getBytes(StandardCharsets.UTF_8);
  }

  /** One member a line, two spaces a level, members in their own order, ended by LF; in UTF-8. */
  public static byte[] indented(JsonObject value) {
    return indentedValue(value);
  }

  /** As {@link #indented(JsonObject)}. */
  public static byte[] indented(JsonArray value) {
    return indentedValue(value);
  }

  private static byte[] indentedValue(Object value) {
    JsonWriter writer = new JsonWriter(false);
    writer.value(value, 0);
    writer.out.append('\n');
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(@Nullable Object value, int level) {
    if (value instanceof JsonObject object) {
      object(object, level);
    } else if (value instanceof JsonArray array) {
      array(array, level);
    } else if (value instanceof String text) {
      string(text);
    } else if (value instanceof BigDecimal && canonical) {
      throw new IllegalArgumentException("a fraction has no place in a canonical text of ours");
    } else {
      out.append(value); // null, true, false, an integer, or a file's number
    }
  }

  private void object(JsonObject object, int level) {
    List<String> names = new ArrayList<>(object.names());
    if (canonical) {
      Collections.sort(names); // String compares by UTF-16 code units
    }
    out.append('{');
    for (Iterator<String> it = names.iterator(); it.hasNext(); ) {
      String name = it.next();
      breakLine(level + 1);
      string(name);
      out.append(canonical ? ":" : ": ");
      member(name, object.get(name), level + 1);
      out.append(it.hasNext() ? "," : "");
    }
    if (!names.isEmpty()) {
      breakLine(level);
    }
    out.append('}');
  }

  private void member(String name, @Nullable Object value, int level) {
    if (pieces.size() == open.length) { // nothing (more) to leave open: no path to keep
      value(value, level);
      return;
    }
    String outer = path;
    path = outer.isEmpty() ? name : outer + "." + name;
    if (path.equals(open[pieces.size()])) {
      cut();
    } else {
      value(value, level);
    }
    path = outer;
  }

  private void cut() {
    pieces.add(out.toString().getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }

  private void array(JsonArray array, int level) {
    out.append('[');
    for (Iterator<@Nullable Object> it = array.iterator(); it.hasNext(); ) {
      breakLine(level + 1);
      value(it.next(), level + 1);
      out.append(it.hasNext() ? "," : "");
    }
    if (array.size() > 0) {
      breakLine(level);
    }
    out.append(']');
  }

  private void breakLine(int level) {
    if (!canonical) {
      out.append('\n').append("  ".repeat(level));
    }
  }

  private void string(String text) {
    out.append('"');
    int from = 0; // of a run that needs no escape: nearly always the whole text
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, from, i);
        escape(c);
        from = i + 1;
      }
    }
    if (from == 0) {
      out.append(text); // copied at once
    } else {
      out.append(text, from, text.length());
    }
    out.append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
