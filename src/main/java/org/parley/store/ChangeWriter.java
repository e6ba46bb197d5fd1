package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.parley.journal.Change;
import org.parley.journal.HeadRow;
import org.parley.journal.SealedRow;
import org.parley.journal.SearchBlock;
import org.parley.journal.SeenRow;
import org.parley.journal.StateChange;

/** The statements that write; within the transaction of the caller, who commits. */
final class ChangeWriter {
  private ChangeWriter() {}

  static void write(Connection connection, Change change) throws SQLException {
    insertRows(connection, change.rows());
    emptyRows(connection, change.emptied());
    mergeSeen(connection, change.seen());
    changeStates(connection, change.states());
    putHead(connection, change.head());
  }

  private static void insertRows(Connection connection, List<SealedRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ENTRY(seq, sealed, tag, leaf) VALUES (?, ?, ?, ?)")) {
      for (SealedRow row : rows) {
        insert.setLong(1, row.seq());
        insert.setBytes(2, row.sealed());
        insert.setBytes(3, row.tag());
        insert.setBytes(4, row.leaf());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void emptyRows(Connection connection, List<SealedRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE ENTRY SET sealed = ?, tag = ? WHERE seq = ?")) {
      for (SealedRow row : rows) {
        update.setBytes(1, row.sealed());
        update.setBytes(2, row.tag());
        update.setLong(3, row.seq());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  static void mergeSeen(Connection connection, List<SeenRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement merge =
        connection.prepareStatement(
            "MERGE INTO SEEN(idtag, seq, texttag) KEY (idtag) VALUES (?, ?, ?)")) {
      for (SeenRow row : rows) {
        merge.setBytes(1, row.idTag());
        merge.setLong(2, row.seq());
        merge.setBytes(3, row.textTag());
        merge.addBatch();
      }
      merge.executeBatch();
    }
  }

  private static void changeStates(Connection connection, List<StateChange> changes)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement put =
            connection.prepareStatement(
                "MERGE INTO STATE(kind, id, sealed) KEY (kind, id) VALUES (?, ?, ?)");
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM STATE WHERE kind = ? AND id = ?")) {
      for (StateChange change : changes) {
        PreparedStatement statement = change.sealed() == null ? delete : put;
        statement.setInt(1, change.kind());
        statement.setBytes(2, change.id());
        if (change.sealed() != null) {
          statement.setBytes(3, change.sealed());
        }
        statement.executeUpdate();
      }
    }
  }

  private static void putHead(Connection connection, HeadRow head) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "MERGE INTO HEAD(id, size, root, frontier, state, tag) KEY (id)"
                + " VALUES (0, ?, ?, ?, ?, ?)")) {
      merge.setLong(1, head.size());
      merge.setBytes(2, head.root());
      merge.setBytes(3, head.frontier());
      merge.setBytes(4, head.state());
      merge.setBytes(5, head.tag());
      merge.executeUpdate();
    }
  }

  static void changeSearch(Connection connection, List<SearchBlock> put, List<Long> drop)
      throws SQLException {
    try (PreparedStatement merge =
            connection.prepareStatement("MERGE INTO SEARCH(id, sealed) KEY (id) VALUES (?, ?)");
        PreparedStatement delete = connection.prepareStatement("DELETE FROM SEARCH WHERE id = ?")) {
      for (SearchBlock block : put) {
        merge.setLong(1, block.id());
        merge.setBytes(2, block.sealed());
        merge.executeUpdate();
      }
      for (long id : drop) {
        delete.setLong(1, id);
        delete.executeUpdate();
      }
    }
  }
}
