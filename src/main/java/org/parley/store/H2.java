package org.parley.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.parley.journal.JournalException;

/** How H2 is opened, and nothing about what is in it. */
final class H2 {
  /** What H2 puts behind the path that it is given. */
  static final String SUFFIX = ".mv.db";

  // Enciphered as CIPHER=AES would, but by CipherFile.
  // Only ever appended to until it is compacted: H2 2.5.252 writes its file's header one chunk too
  // early where a chunk went into a gap, and after a kill does not find that chunk, nor those that
  // followed, synced or not (seen: acknowledged messages gone).
  // Without a trace file, which would be in clear; not closed by H2 itself at the process's end,
  // under the writer; each commit handed to the system at once; never a file made by H2; and no
  // counting of values for a planner that only ever needs the primary keys.
  static final String SETTINGS =
      ";IFEXISTS=TRUE;REUSE_SPACE=FALSE;ANALYZE_AUTO=0;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
          + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  private static final int MOST_STORES = 1_000;
  private static final String USER = "parley";

  private H2() {}

  /**
   * A connection to that file, which is there.
   *
   * @param file ends in {@link #SUFFIX}; {@link CipherPath#forget} once it is closed for good
   * @param password the file's and the user's; stays the caller's to wipe
   */
  static Connection open(Path file, char[] password) throws SQLException, JournalException {
    try {
      // Real path and all: H2 asks for the file by the name that it is given here.
      String path = CipherPath.hold(file, password);
      if (path.indexOf(';') >= 0) {
        CipherPath.forget(file);
        throw new JournalException(
            "the data folder's name holds a semicolon, which H2 cannot open");
      }
      path = path.substring(0, path.length() - SUFFIX.length());
      return connect("jdbc:h2:" + path + SETTINGS, password.clone());
    } catch (IOException e) {
      throw new JournalException("the database could not be opened: " + e.getMessage(), e);
    }
  }

  /** A database of its own in memory, gone when it is closed. */
  static Connection memory() throws SQLException {
    return connect("jdbc:h2:mem:", new char[0]);
  }

  private static Connection connect(String url, char[] password) throws SQLException {
    // The second line behind the cipher: H2 refuses to load any class that a database names.
    // It is read once, when H2's classes are initialised, which the first connection does.
    System.setProperty("h2.allowedClasses", "");
    Properties properties = new Properties();
    properties.put("user", USER);
    properties.put("password", password);
    Connection connection = new org.h2.Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("H2 does not know its own URL");
    }
    return connection;
  }

  /**
   * Commits, and sees to it that the file has it. H2 leaves a commit's writing to another one that
   * runs at the same moment, which may have begun before; who is killed then loses it, and a sync
   * syncs nothing.
   */
  static void commit(Connection connection) throws SQLException {
    connection.commit();
    MVStore store = store(connection);
    try {
      for (int i = 0; store.hasUnsavedChanges(); i++) {
        if (i == MOST_STORES) {
          throw new SQLException("what was committed is not written");
        }
        store.commit();
      }
    } catch (MVStoreException e) {
      throw new SQLException(e);
    }
  }

  private static MVStore store(Connection connection) throws SQLException {
    Session session = connection.unwrap(JdbcConnection.class).getSession();
    return ((SessionLocal) session).getDatabase().getStore().getMvStore();
  }

  /** The exception for callers: what was tried, and the file system's reason where there is one. */
  static JournalException failure(String what, SQLException cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof IOException && at.getMessage() != null) {
        return new JournalException(what + ": " + at.getMessage(), cause);
      }
    }
    return new JournalException(what, cause);
  }
}
