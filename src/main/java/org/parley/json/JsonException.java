package org.parley.json;

/**
 * Text that is not the JSON asked for. The message names the rule or the member, never a value;
 * where the text itself is at fault, {@link #line()} and {@link #column()} say where.
 */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /** A sentence for the one who reads the diagnostics. */
  public JsonException(String message) {
    this(message, 0, 0);
  }

  private JsonException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** As it stands, at the character {@code index} of the text. */
  static JsonException at(String message, String text, int index) {
    int end = Math.min(index, text.length());
    int line = 1;
    int start = 0;
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new JsonException(message, line, end - start + 1);
  }

  /** The line, from 1; 0 where no place is known. */
  public int line() {
    return line;
  }

  /** The character in the line, from 1; 0 where no place is known. */
  public int column() {
    return column;
  }
}
