package org.parley.journal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.journal.RecordText;

/**
 * A table by RFC 4180: UTF-8 with a byte order mark, which spreadsheets need to read it as such,
 * lines ended by CR LF, every cell in quotes.
 *
 * <p>A spreadsheet takes a cell for a formula by its first character. A cell that begins, behind
 * any white space or invisible characters, with one of {@code = + - @}, their full-width forms, a
 * tab or a carriage return gets an apostrophe in front, and so does one that begins with an
 * apostrophe: whoever reads the table by program takes one leading apostrophe off. Line ends become
 * LF; other characters that cannot be seen are written {@code \\u{202e}}.
 */
final class CsvTable implements MessageSheet {
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212|%\t\r";
  private static final String END = "\r\n";

  private final OutputStream out;

  CsvTable(OutputStream out) {
    this.out = out;
  }

  @Override
  public void begin() throws IOException {
    out.write(VerifierKey.utf8("\uFEFF"));
    row("seq", "time", "direction", "peer", "text", "id", "outcome");
  }

  @Override
  public void add(ShownMessage message) throws IOException {
    Boolean outgoing = message.outgoing();
    row(
        Long.toString(message.seq()),
        message.time() == null ? null : RecordText.time(message.time()),
        outgoing == null ? null : outgoing ? "sent" : "received",
        message.peer(),
        message.text(),
        message.id(),
        message.standing() == null ? "damaged" : message.standing().tableName());
  }

  @Override
  public void end() {
    // A table has nothing after its last row.
  }

  private void row(@Nullable String... cells) throws IOException {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(line.isEmpty() ? "\"" : ",\"").append(cell(cell == null ? "" : cell)).append('"');
    }
    out.write(VerifierKey.utf8(line.append(END).toString()));
  }

  static String cell(String text) {
    StringBuilder cell = new StringBuilder(text.length() + 2);
    if (isFormula(text)) {
      cell.append('\'');
    }
    String lines = text.replace("\r\n", "\n");
    lines
        .codePoints()
        .forEach(
            c -> {
              if (c == '"') {
                cell.append("\"\"");
              } else if (c == '\n' || c == '\t' || !Hidden.is(c)) {
                cell.appendCodePoint(c);
              } else {
                cell.append(String.format(Locale.ROOT, "\\u{%x}", c));
              }
            });
    return cell.toString();
  }

  private static boolean isFormula(String text) {
    if (text.startsWith("'")) {
      return true;
    }
    return text.codePoints()
        .filter(c -> FORMULA.indexOf(c) >= 0 || !isIgnorable(c))
        .limit(1)
        .anyMatch(c -> FORMULA.indexOf(c) >= 0);
  }

  private static boolean isIgnorable(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isIdentifierIgnorable(codePoint)
        || Hidden.is(codePoint);
  }
}
