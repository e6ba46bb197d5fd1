package org.parley.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.parley.files.SafeFile;
import org.parley.journal.JournalException;

/** For benchmarks of other packages: the same H2 with the same settings. */
public final class PlainDatabase {
  private PlainDatabase() {}

  /** A connection to that file, which is there, as the journal opens it. */
  public static Connection open(Path file, char[] password) throws SQLException, JournalException {
    return H2.open(file, password);
  }

  /**
   * A connection to a new file through H2's own {@code CIPHER=AES}, which writes the same format as
   * the journal's {@link CipherFile}.
   */
  public static Connection asItComes(Path file, String password) throws IOException, SQLException {
    SafeFile.makeEmpty(file);
    String path = file.toRealPath().toString();
    Properties properties = new Properties();
    properties.put("user", "bench");
    properties.put("password", password + " " + password); // the file's and the user's
    return new org.h2.Driver()
        .connect(
            "jdbc:h2:"
                + path.substring(0, path.length() - H2.SUFFIX.length())
                + ";CIPHER=AES"
                + H2.SETTINGS,
            properties);
  }
}
