package org.parley.directory;

/** Says which entry of a list a place in its text belongs to, also where the rest is damaged. */
final class EntryAt {
  private EntryAt() {}

  /**
   * The entry's number, from 1; 0 where the place is in none.
   *
   * @param line from 1
   * @param column the character in that line, from 1
   */
  static int number(String text, int line, int column) {
    int end = offset(text, line, column);
    int depth = 0;
    int number = 0;
    boolean quoted = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '[' || c == '{') {
        depth++;
        number = depth == 1 ? 1 : number;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 1) {
        number++;
      }
    }
    return depth < 1 ? 0 : number;
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return text.length();
      }
    }
    return Math.min(text.length(), start + column - 1);
  }
}
