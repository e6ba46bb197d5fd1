package org.parley.json;

import java.util.Objects;

/**
 * What org.json's strict mode lets through although RFC 8259, or our profile, does not: raw control
 * characters, lone surrogates, spellings of numbers, white space that JSON does not know, depth.
 *
 * <p>One pass over the characters, no allocation. It does not parse: brackets, commas and words are
 * org.json's to check.
 */
final class LexicalCheck {
  private static final int MAX_DIGITS = 16;

  private final String text;
  private final JsonProfile profile;
  private int at;

  private LexicalCheck(String text, JsonProfile profile) {
    this.text = text;
    this.profile = profile;
  }

  static void check(String text, JsonProfile profile) throws JsonException {
    LexicalCheck check = new LexicalCheck(text, profile);
    try {
      check.run();
    } catch (JsonException e) {
      String rule = Objects.requireNonNullElse(e.getMessage(), "not JSON");
      throw JsonException.at(rule, text, Math.max(0, check.at - 1));
    }
  }

  private void run() throws JsonException {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> string();
        case '{', '[' -> {
          at++;
          if (++depth > profile.maxDepth()) {
            throw new JsonException("nested too deep");
          }
        }
        case '}', ']' -> {
          at++;
          depth--;
        }
        case ' ', '\t', '\n', '\r', ',', ':' -> at++;
        default -> {
          if (c == '-' || (c >= '0' && c <= '9')) {
            number();
          } else {
            word();
          }
        }
      }
    }
  }

  private void word() throws JsonException {
    int from = at;
    while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
      at++;
    }
    switch (text.substring(from, at)) {
      case "true", "false", "null" -> {}
      default -> throw new JsonException("a character where JSON has none");
    }
  }

  private void number() throws JsonException {
    int from = at;
    while (at < text.length() && isNumberPart(text.charAt(at))) {
      at++;
    }
    String token = text.substring(from, at);
    boolean fine = profile == JsonProfile.STRICT ? isInteger(token) : token.matches(FILE_NUMBER);
    if (!fine) {
      throw new JsonException("a number that is not allowed here");
    }
  }

  // Bounded: a number of a file is kept as it is, never calculated with.
  private static final String FILE_NUMBER =
      "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?";

  private static boolean isNumberPart(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }

  private static boolean isInteger(String token) {
    int from = token.charAt(0) == '-' ? 1 : 0;
    int digits = token.length() - from;
    if (digits < 1 || digits > MAX_DIGITS || (token.charAt(from) == '0' && token.length() > 1)) {
      return false; // "-0" and "01" fall here
    }
    long value = 0;
    for (int i = from; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      value = value * 10 + (c - '0');
    }
    return value <= JsonObject.MAX_INTEGER;
  }

  private void string() throws JsonException {
    at++;
    boolean high = false;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (high) {
          throw new JsonException("half of a surrogate pair");
        }
        return;
      }
      if (c < ' ') {
        throw new JsonException("a raw control character in a string");
      }
      char unit = c == '\\' ? escape() : c;
      if (high != Character.isLowSurrogate(unit)) {
        throw new JsonException("half of a surrogate pair");
      }
      high = Character.isHighSurrogate(unit);
    }
    throw new JsonException("a string without end");
  }

  private char escape() throws JsonException {
    char kind = at < text.length() ? text.charAt(at++) : 0;
    switch (kind) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        return '.'; // any character that is no surrogate
      }
      case 'u' -> {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
          int digit = at < text.length() ? hexDigit(text.charAt(at++)) : -1;
          if (digit < 0) {
            throw new JsonException("an escape that is none");
          }
          unit = unit * 16 + digit;
        }
        return (char) unit;
      }
      default -> throw new JsonException("an escape that is none");
    }
  }

  // Character.digit would also take digits of other scripts.
  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
