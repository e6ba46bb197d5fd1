package org.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.parley.files.SafeFile;
import org.parley.journal.JournalException;

/**
 * For benchmarks of other packages: the same H2, opened as the journal opens it, so that what is
 * compared with the journal has the same settings and the same cipher under it, now and later.
 */
public final class PlainDatabase {
  private PlainDatabase() {}

  /** A connection to that file, which is made where it is not there. */
  public static Connection open(Path file, char[] password)
      throws IOException, SQLException, JournalException {
    if (!Files.exists(file)) {
      SafeFile.makeEmpty(file);
    }
    return H2.open(file, password);
  }
}
