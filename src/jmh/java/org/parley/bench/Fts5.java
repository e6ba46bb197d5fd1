package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.parley.journal.search.Folding;

/**
 * The same texts in SQLite, unencrypted: FTS5 with the trigram tokenizer, and a plain table for
 * LIKE. They are put in folded, so that both sides mean the same by a match. Made once and kept.
 */
final class Fts5 implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement match;
  private final PreparedStatement like;

  Fts5(int messages) throws SQLException, IOException {
    Path file = Path.of("target", "bench", "fts5-" + messages + ".db");
    Path done = Path.of("target", "bench", "fts5-" + messages + ".done");
    boolean fresh = !Files.exists(done);
    if (fresh) {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
    }
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    if (fresh) {
      fill(messages);
      Files.createFile(done);
    }
    match =
        connection.prepareStatement(
            "SELECT rowid, text FROM fts WHERE text MATCH ? ORDER BY rowid DESC LIMIT ?");
    like =
        connection.prepareStatement(
            "SELECT id, text FROM plain WHERE text LIKE ? ESCAPE '\\' ORDER BY id DESC LIMIT ?");
  }

  private void fill(int messages) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = OFF");
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("CREATE VIRTUAL TABLE fts USING fts5(text, tokenize = 'trigram')");
      statement.execute("CREATE TABLE plain(id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement fts =
            connection.prepareStatement("INSERT INTO fts(rowid, text) VALUES (?, ?)");
        PreparedStatement plain = connection.prepareStatement("INSERT INTO plain VALUES (?, ?)")) {
      Corpus corpus = new Corpus(Corpus.SEED, messages);
      for (int i = 0; i < messages; i++) {
        String text = Folding.fold(corpus.next().text());
        for (PreparedStatement insert : List.of(fts, plain)) {
          insert.setInt(1, i);
          insert.setString(2, text);
          insert.executeUpdate();
        }
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO fts(fts) VALUES ('optimize')");
    }
  }

  /** The newest messages that contain it, by number. */
  List<Integer> find(String query, int limit) throws SQLException {
    String folded = Folding.fold(query);
    boolean trigrams = folded.codePointCount(0, folded.length()) >= 3;
    PreparedStatement statement = trigrams ? match : like;
    statement.setString(
        1,
        trigrams
            ? '"' + folded.replace("\"", "\"\"") + '"'
            : '%' + folded.replaceAll("([\\\\%_])", "\\\\$1") + '%');
    statement.setInt(2, limit);
    List<Integer> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getString(2);
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
