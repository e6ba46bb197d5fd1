package org.parley.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;

/**
 * The file of an open database, read from its beginning while it is written to: what H2's own
 * {@code BACKUP TO} does, but with the bytes handed to whoever counts and may stop them. H2 only
 * appends meanwhile, so that whatever was committed before the first byte was read is in the copy;
 * of what is committed later some may be. A copy that ends within such a commit opens like a
 * database whose process was killed then.
 */
final class LiveCopy {
  private LiveCopy() {}

  /** Copies the encrypted bytes; the stream stays open. One copy of a database at a time. */
  static void copy(Connection connection, OutputStream out) throws SQLException, IOException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    FileStore<?> file = session.getDatabase().getStore().getMvStore().getFileStore();
    try (Bare bare = new Bare(out)) {
      file.backup(bare);
    }
  }

  /** Takes the bytes of the one member that H2 writes, and makes no archive of them. */
  private static final class Bare extends ZipOutputStream {
    private final OutputStream bytes;

    Bare(OutputStream bytes) {
      super(OutputStream.nullOutputStream());
      this.bytes = bytes;
    }

    @Override
    public void putNextEntry(ZipEntry entry) {
      // the member is named by whoever asked
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) throws IOException {
      bytes.write(from, offset, length);
    }

    @Override
    public void closeEntry() {
      // see putNextEntry
    }
  }
}
