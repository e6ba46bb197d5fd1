package org.parley.json;

import java.util.HashSet;
import java.util.Set;

/** The strict profile as a grammar of its own, by recursive descent: what the reader must match. */
final class StrictGrammar {
  private static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mismatch() {
      super(null, null, false, false);
    }
  }

  private final String text;
  private int at;

  StrictGrammar(String text) {
    this.text = text;
  }

  /** Whether the text is one object or array. */
  boolean matches() {
    try {
      space();
      if (peek() != '{' && peek() != '[') {
        return false;
      }
      value(1);
      space();
      return at == text.length();
    } catch (Mismatch e) {
      return false;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\uffff';
  }

  private void expect(char c) {
    if (peek() != c) {
      throw new Mismatch();
    }
    at++;
  }

  private void space() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
  }

  private void value(int depth) {
    space();
    switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void word(String word) {
    if (!text.startsWith(word, at)) {
      throw new Mismatch();
    }
    at += word.length();
  }

  private void object(int depth) {
    nested(depth);
    Set<String> names = new HashSet<>();
    space();
    if (peek() == '}') {
      at++;
      return;
    }
    while (true) {
      space();
      String name = string();
      if (!names.add(name) || !name.matches("[a-z0-9_]{1,32}")) {
        throw new Mismatch();
      }
      space();
      expect(':');
      value(depth + 1);
      space();
      if (peek() == '}') {
        at++;
        return;
      }
      expect(',');
    }
  }

  private void array(int depth) {
    nested(depth);
    space();
    if (peek() == ']') {
      at++;
      return;
    }
    while (true) {
      value(depth + 1);
      space();
      if (peek() == ']') {
        at++;
        return;
      }
      expect(',');
    }
  }

  private void nested(int depth) {
    if (depth > 8) {
      throw new Mismatch();
    }
    at++;
  }

  private void number() {
    int from = at;
    while ("0123456789-".indexOf(peek()) >= 0) {
      at++;
    }
    String digits = text.substring(from, at);
    if (!digits.matches("-?(0|[1-9][0-9]{0,15})")
        || digits.equals("-0")
        || Math.abs(Long.parseLong(digits)) > 9007199254740991L) {
      throw new Mismatch();
    }
  }

  private String string() {
    expect('"');
    StringBuilder read = new StringBuilder();
    while (peek() != '"') {
      char c = peek();
      if (at >= text.length() || c < ' ') {
        throw new Mismatch();
      }
      at++;
      read.append(c == '\\' ? escape() : c);
    }
    at++;
    for (int i = 0; i < read.length(); i++) {
      boolean high = Character.isHighSurrogate(read.charAt(i));
      boolean paired =
          high && i + 1 < read.length() && Character.isLowSurrogate(read.charAt(i + 1));
      if (Character.isSurrogate(read.charAt(i)) && !paired) {
        throw new Mismatch();
      }
      i += paired ? 1 : 0;
    }
    return read.toString();
  }

  private char escape() {
    char kind = peek();
    at++;
    int plain = "\"\\/bfnrt".indexOf(kind);
    if (plain >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(plain);
    }
    if (kind != 'u'
        || at + 4 > text.length()
        || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
      throw new Mismatch();
    }
    char c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
    at += 4;
    return c;
  }
}
