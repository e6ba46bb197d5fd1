package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;
import org.parley.journal.HeadRow;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.SealedRow;
import org.parley.journal.SeenRow;
import org.parley.journal.SeenSink;
import org.parley.journal.StoredState;

/** A reading transaction at snapshot isolation: it begins with its first statement. */
final class H2Snapshot implements JournalSnapshot {
  private static final byte[] NOTHING = {};
  private static final int SEEN_PAGE = 1000;

  private final Connection connection;
  private final Consumer<Connection> giveBack;

  H2Snapshot(Connection connection, Consumer<Connection> giveBack) throws SQLException {
    this.connection = connection;
    this.giveBack = giveBack;
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
  }

  /** Takes a row apart. */
  private interface Shape<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Sets the parameters of a query. */
  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }

  private <T> List<T> query(String sql, Parameters parameters, Shape<T> shape)
      throws JournalException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      parameters.set(query);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(shape.of(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw H2.failure("the database could not be read", e);
    }
  }

  @Override
  public @Nullable HeadRow head() throws JournalException {
    List<HeadRow> rows =
        query(
            "SELECT size, root, frontier, state, tag FROM HEAD LIMIT 2",
            q -> {},
            r -> new HeadRow(r.getLong(1), bytes(r, 2), bytes(r, 3), bytes(r, 4), bytes(r, 5)));
    return rows.size() == 1 ? rows.get(0) : null;
  }

  @Override
  public List<SealedRow> rows(long from, int limit) throws JournalException {
    return query(
        "SELECT seq, sealed, tag, leaf FROM ENTRY WHERE seq >= ? ORDER BY seq LIMIT ?",
        q -> {
          q.setLong(1, from);
          q.setInt(2, Math.min(limit, PAGE));
        },
        H2Snapshot::sealedRow);
  }

  @Override
  public List<SealedRow> rows(List<Long> seqs) throws JournalException {
    List<SealedRow> found = new ArrayList<>(seqs.size());
    try (PreparedStatement query =
        connection.prepareStatement("SELECT seq, sealed, tag, leaf FROM ENTRY WHERE seq = ?")) {
      for (long seq : seqs) {
        query.setLong(1, seq);
        try (ResultSet row = query.executeQuery()) {
          if (row.next()) {
            found.add(sealedRow(row));
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw H2.failure("the database could not be read", e);
    }
  }

  private static SealedRow sealedRow(ResultSet row) throws SQLException {
    return new SealedRow(row.getLong(1), bytes(row, 2), bytes(row, 3), bytes(row, 4));
  }

  @Override
  public @Nullable SeenRow seen(byte[] idTag) throws JournalException {
    List<SeenRow> rows =
        query(
            "SELECT idtag, seq, texttag FROM SEEN WHERE idtag = ?",
            q -> q.setBytes(1, idTag),
            H2Snapshot::seenRow);
    return rows.isEmpty() ? null : rows.get(0);
  }

  // By H2's own row ids: in the order of the tags each row would be a page of the file.
  @Override
  public void eachSeen(SeenSink each) throws JournalException {
    long[] last = {Long.MIN_VALUE};
    List<SeenRow> page;
    do {
      page =
          query(
              "SELECT idtag, seq, texttag, _ROWID_ FROM SEEN WHERE _ROWID_ > ? ORDER BY _ROWID_"
                  + " LIMIT "
                  + SEEN_PAGE,
              q -> q.setLong(1, last[0]),
              r -> {
                last[0] = r.getLong(4);
                return seenRow(r);
              });
      for (SeenRow row : page) {
        each.take(row);
      }
    } while (!page.isEmpty());
  }

  private static SeenRow seenRow(ResultSet row) throws SQLException {
    return new SeenRow(bytes(row, 1), row.getLong(2), bytes(row, 3));
  }

  @Override
  public List<StoredState> states(@Nullable StoredState after) throws JournalException {
    return query(
        "SELECT kind, id, sealed FROM STATE WHERE kind > ? OR (kind = ? AND id > ?)"
            + " ORDER BY kind, id LIMIT "
            + PAGE,
        q -> {
          q.setInt(1, after == null ? Integer.MIN_VALUE : after.kind());
          q.setInt(2, after == null ? Integer.MIN_VALUE : after.kind());
          q.setBytes(3, after == null ? NOTHING : after.id());
        },
        H2Snapshot::stateRow);
  }

  @Override
  public @Nullable StoredState state(int kind, byte[] id) throws JournalException {
    List<StoredState> rows =
        query(
            "SELECT kind, id, sealed FROM STATE WHERE kind = ? AND id = ?",
            q -> {
              q.setInt(1, kind);
              q.setBytes(2, id);
            },
            H2Snapshot::stateRow);
    return rows.isEmpty() ? null : rows.get(0);
  }

  private static StoredState stateRow(ResultSet row) throws SQLException {
    return new StoredState(row.getInt(1), bytes(row, 2), bytes(row, 3));
  }

  @Override
  public byte @Nullable [] searchBlock(long id) throws JournalException {
    List<byte[]> rows =
        query("SELECT sealed FROM SEARCH WHERE id = ?", q -> q.setLong(1, id), r -> bytes(r, 1));
    return rows.isEmpty() ? null : rows.get(0);
  }

  @Override
  public List<Long> searchBlocks() throws JournalException {
    return query("SELECT id FROM SEARCH ORDER BY id", q -> {}, r -> r.getLong(1));
  }

  // A column of ours is never null; one of somebody else's may be, and then fits no tag.
  private static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] value = row.getBytes(column);
    return value == null ? NOTHING : value;
  }

  @Override
  public void close() {
    giveBack.accept(connection);
  }
}
