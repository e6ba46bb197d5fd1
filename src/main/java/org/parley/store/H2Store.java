package org.parley.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.files.SafeFile;
import org.parley.journal.Change;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.JournalStore;
import org.parley.journal.SearchBlock;
import org.parley.journal.SeenRow;
import org.parley.waits.Waiting;

/**
 * One open database file: a connection that writes, and as many that read as are asked for at once.
 */
final class H2Store implements JournalStore {
  private static final System.Logger LOG = System.getLogger("org.parley.store");

  private final Path file;
  private final Schema schema;
  private final char[] password;
  private final Deque<Connection> idleReaders = new ArrayDeque<>();
  private final Object lock = new Object();
  private @Nullable Connection writer;
  // Counts the openings: a reader of an earlier one is not used again.
  private int opening;
  private final FileUsers users = new FileUsers(); // snapshots and copies
  private volatile boolean closed;
  private final Object copying = new Object();

  private H2Store(Path file, Schema schema, char[] password) {
    this.file = file;
    this.schema = schema;
    this.password = password.clone();
  }

  /** Makes the tables in that file, which is there and empty. */
  static H2Store create(Path file, Schema schema, char[] password) throws JournalException {
    H2Store store = new H2Store(file, schema, password);
    Connection connection = null;
    try {
      connection = H2.open(file, password);
      schema.create(connection);
      store.use(connection);
      return store;
    } catch (SQLException e) {
      store.giveUp(connection);
      throw H2.failure("the database could not be made", e);
    }
  }

  /** Opens that file after its schema was found to be ours. */
  static H2Store open(Path file, Schema schema, char[] password) throws JournalException {
    H2Store store = new H2Store(file, schema, password);
    store.connect();
    return store;
  }

  private void connect() throws JournalException {
    Connection connection = null;
    boolean ours = false;
    try {
      connection = H2.open(file, password);
      schema.check(connection);
      use(connection);
      ours = true;
    } catch (SQLException e) {
      throw H2.failure("the database could not be opened", e);
    } finally {
      if (!ours) {
        giveUp(connection);
      }
    }
  }

  private void use(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    synchronized (lock) {
      writer = connection;
      opening++;
    }
  }

  // Not in order: whatever the file holds, nothing more is done with it.
  private void giveUp(@Nullable Connection connection) {
    if (connection != null) {
      try (Connection last = connection;
          Statement statement = last.createStatement()) {
        statement.execute("SHUTDOWN IMMEDIATELY");
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.DEBUG, "the database was closed already", e);
      }
    }
    CipherPath.forget(file); // whoever opens it again has the password
  }

  private Connection writer() throws JournalException {
    Waiting.begins();
    synchronized (lock) {
      if (writer == null) {
        throw new JournalException("the database is closed");
      }
      return writer;
    }
  }

  @Override
  public void write(Change change) throws JournalException {
    Connection connection = writer();
    try {
      ChangeWriter.write(connection, change);
      H2.commit(connection);
    } catch (SQLException e) {
      rollBack(connection);
      throw H2.failure("the database could not be written", e);
    }
  }

  @Override
  public void writeSeen(List<SeenRow> rows) throws JournalException {
    Connection connection = writer();
    try {
      ChangeWriter.mergeSeen(connection, rows);
      H2.commit(connection);
    } catch (SQLException e) {
      rollBack(connection);
      throw H2.failure("the database could not be written", e);
    }
  }

  @Override
  public void writeSearch(List<SearchBlock> put, List<Long> drop) throws JournalException {
    Connection connection = writer();
    try {
      ChangeWriter.changeSearch(connection, put, drop);
      H2.commit(connection);
    } catch (SQLException e) {
      rollBack(connection);
      throw H2.failure("the search index could not be written", e);
    }
  }

  @Override
  public void sync() throws JournalException {
    try (Statement statement = writer().createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw H2.failure("the database could not be brought to the disk", e);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "nothing to roll back: the database has closed", e);
    }
  }

  @Override
  public void compact() throws JournalException {
    Connection old = takeConnections();
    if (old != null) {
      shutDown(old, true);
    }
    connect();
  }

  // From now on nobody is given one until the database is open again. The caller ends the writer's.
  private @Nullable Connection takeConnections() throws JournalException {
    Connection taken;
    synchronized (lock) {
      if (closed) {
        throw new JournalException("the database is closed");
      }
      taken = writer;
      writer = null;
    }
    closeReaders();
    return taken;
  }

  @Override
  public boolean compactIfDue() throws JournalException {
    if (!isWorthIt(writer())) {
      return true;
    }
    if (!users.replace()) {
      return false;
    }
    try {
      compact();
      return true;
    } finally {
      users.replaced();
    }
  }

  // Its content is written beside it, so a disk that has no room for that is left alone.
  private boolean isWorthIt(Connection connection) throws JournalException {
    try (Statement statement = connection.createStatement()) {
      return Compaction.isDue(statement, Compaction.SMALL_WHILE_OPEN)
          && Files.getFileStore(file).getUsableSpace() > Files.size(file);
    } catch (SQLException e) {
      throw H2.failure("the database could not be read", e);
    } catch (IOException e) {
      throw new JournalException("the database's file could not be looked at", e);
    } finally {
      rollBack(connection); // what was asked has begun a transaction
    }
  }

  // H2 closes a database that it failed to write: every connection to it is dead from then on.
  @Override
  public void recover() throws JournalException {
    // Who wants to read meanwhile waits: a peer whose text is looked up would be told "storage".
    users.replaceDead();
    try {
      giveUp(takeConnections());
      connect();
    } finally {
      users.replaced();
    }
  }

  @Override
  public JournalSnapshot snapshot() throws JournalException {
    Waiting.begins();
    users.enter();
    H2Snapshot made = null;
    try {
      Connection reader;
      int of;
      synchronized (lock) {
        if (writer == null) {
          throw new JournalException("the database is closed");
        }
        reader = idleReaders.poll();
        of = opening;
      }
      made =
          new H2Snapshot(reader == null ? H2.open(file, password) : reader, c -> takeBack(c, of));
      return made;
    } catch (SQLException e) {
      throw H2.failure("the database could not be read", e);
    } finally {
      if (made == null) {
        users.leave();
      }
    }
  }

  @Override
  public void copyTo(OutputStream out) throws JournalException, IOException {
    synchronized (copying) { // a close waits for it to end
      users.enter();
      try {
        Connection unused = writer(); // refuses where it is closed
        LiveCopy.copy(file, new WhileOpen(out));
      } finally {
        users.leave();
      }
    }
  }

  /** Ends a copy once the database is to be closed. */
  private final class WhileOpen extends FilterOutputStream {
    WhileOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      if (closed) {
        throw new IOException("the database is being closed");
      }
      out.write(from, offset, length);
    }
  }

  private void takeBack(Connection reader, int of) {
    users.leave();
    try {
      reader.rollback();
      synchronized (lock) {
        if (writer != null && of == opening) {
          idleReaders.push(reader);
          return;
        }
      }
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "a reader's connection had ended", e);
    }
    close(reader);
  }

  // H2 keeps the file, and its lock, for as long as one connection is not closed.
  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection had ended", e);
    }
  }

  private void closeReaders() {
    List<Connection> readers;
    synchronized (lock) {
      readers = new ArrayList<>(idleReaders);
      idleReaders.clear();
    }
    readers.forEach(H2Store::close);
  }

  @Override
  public void close() throws JournalException {
    Waiting.begins();
    Connection last;
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      last = writer;
      writer = null;
    }
    synchronized (copying) {
      closeReaders();
    }
    Arrays.fill(password, '\0');
    try {
      if (last != null) {
        shutDown(last, false);
      }
    } finally {
      CipherPath.forget(file);
    }
  }

  private void shutDown(Connection last, boolean always) throws JournalException {
    try (Connection connection = last;
        Statement statement = connection.createStatement()) {
      boolean compact = always || Compaction.isDue(statement, Compaction.SMALL);
      statement.execute(compact ? "SHUTDOWN COMPACT" : "SHUTDOWN");
    } catch (SQLException e) {
      throw H2.failure("the database could not be closed in order", e);
    } finally {
      ownerOnly();
    }
    try {
      SafeFile.sync(file); // a compacted file is a new one, which H2 leaves to the system to write
    } catch (IOException e) {
      throw new JournalException("the database could not be brought to the disk", e);
    }
  }

  // A compaction replaces the file by one with the rights that new files have.
  private void ownerOnly() {
    try {
      SafeFile.ownerOnly(file);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the database's rights could not be set", e);
    }
  }
}
