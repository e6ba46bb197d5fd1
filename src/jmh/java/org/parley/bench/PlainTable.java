package org.parley.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.parley.journal.Entry;

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

  PlainTable(Path folder) throws SQLException {
    connection =
        DriverManager.getConnection(
            "jdbc:h2:file:"
                + folder.resolve("plain").toAbsolutePath()
                + ";CIPHER=AES;REUSE_SPACE=FALSE;ANALYZE_AUTO=0;WRITE_DELAY=0"
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0",
            "parley",
            "bench bench");
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
