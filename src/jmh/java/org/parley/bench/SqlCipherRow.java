package org.parley.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * Appending the same rows in the same synced groups to SQLite encrypted by SQLCipher 4: a
 * write-ahead log, which is its fastest, with {@code synchronous=FULL}, so that each commit syncs.
 */
final class SqlCipherRow implements Row {
  private final Groups groups = new Groups(AppendRow.COUNT, AppendRow.GROUP);

  @Override
  public String what() {
    return "a sealed row, groups of 1,000 | SQLCipher 4, WAL, both synced";
  }

  @Override
  public int rounds() {
    return 7;
  }

  @Override
  public int pieces() {
    return AppendRow.COUNT * AppendRow.GROUP;
  }

  @Override
  public Lap round() throws Exception {
    double theirs = Scratch.inFresh(this::cipher);
    return new Lap(AppendRow.sealed(groups), theirs);
  }

  private double cipher(Path folder) throws SQLException {
    String url =
        "jdbc:sqlite:file:"
            + folder.resolve("cipher.db").toAbsolutePath()
            + "?cipher=sqlcipher&legacy=4&key=bench";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute(
          "CREATE TABLE ENTRY(seq INTEGER PRIMARY KEY, sealed BLOB NOT NULL, tag BLOB NOT NULL,"
              + " leaf BLOB NOT NULL)");
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      long seq = 0;
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO ENTRY VALUES (?, ?, ?, ?)")) {
        for (List<byte[]> group : groups.bytes) {
          for (byte[] row : group) {
            insert.setLong(1, seq++);
            insert.setBytes(2, row);
            insert.setBytes(3, Arrays.copyOf(row, 32));
            insert.setBytes(4, Arrays.copyOf(row, 32));
            insert.addBatch();
          }
          insert.executeBatch();
          connection.commit();
        }
      }
      return Scratch.since(begin);
    }
  }

  @Override
  public void close() {}
}
