package org.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.parley.journal.Entry;
import org.parley.store.PlainDatabase;

/**
 * The journal's table of rows in the same H2 with the same settings, without anything around it:
 * what is appended is not sealed, has no tag of worth, no tree and no head.
 */
final class PlainTable implements AutoCloseable {
  private static final int IV = 16;
  private static final int BLOCK = 16;
  private static final int HASH = 32;

  private final Connection connection;
  private final Statement statement;
  private long seq;

  PlainTable(Path folder) throws IOException, SQLException {
    connection = PlainDatabase.asItComes(folder.resolve("plain.mv.db"), "bench");
    statement = connection.createStatement();
    statement.execute(
        "CREATE TABLE ENTRY(seq BIGINT NOT NULL, sealed VARBINARY NOT NULL,"
            + " tag BINARY(32) NOT NULL, leaf BINARY(32) NOT NULL, PRIMARY KEY (seq))");
    connection.setAutoCommit(false);
  }

  /** As many bytes as the sealed row of that entry has: IV, record, padding. */
  static byte[] bytes(Entry entry) {
    byte[] record = entry.record();
    return Arrays.copyOf(record, IV + (record.length / BLOCK + 1) * BLOCK);
  }

  /** Appends the rows in one transaction, and brings it to the disk. */
  void append(List<byte[]> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ENTRY(seq, sealed, tag, leaf) VALUES (?, ?, ?, ?)")) {
      for (byte[] row : rows) {
        insert.setLong(1, seq++);
        insert.setBytes(2, row);
        insert.setBytes(3, Arrays.copyOf(row, HASH));
        insert.setBytes(4, Arrays.copyOf(row, HASH));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    statement.execute("CHECKPOINT SYNC");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
