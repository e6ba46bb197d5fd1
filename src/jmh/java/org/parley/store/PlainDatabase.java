package org.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.parley.files.SafeFile;

/**
 * For benchmarks of other packages: the same H2 as it comes, with the journal's settings and its
 * own {@code CIPHER=AES}, which writes the same format as the journal's {@link CipherFile}.
 */
public final class PlainDatabase {
  private PlainDatabase() {}

  /** A connection to that file, which is made where it is not there. */
  public static Connection open(Path file, char[] password) throws IOException, SQLException {
    if (!Files.exists(file)) {
      SafeFile.makeEmpty(file);
    }
    String path = file.toRealPath().toString();
    Properties properties = new Properties();
    properties.put("user", "bench");
    String twice = new String(password); // the file's and the user's
    properties.put("password", twice + " " + twice);
    return new org.h2.Driver()
        .connect(
            "jdbc:h2:"
                + path.substring(0, path.length() - H2.SUFFIX.length())
                + ";CIPHER=AES"
                + H2.SETTINGS,
            properties);
  }
}
