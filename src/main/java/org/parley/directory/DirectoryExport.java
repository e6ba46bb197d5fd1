package org.parley.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.files.SafeFile;
import org.parley.json.JsonArray;
import org.parley.json.JsonWriter;

/** The directory as a plain file for elsewhere. */
public final class DirectoryExport {
  private DirectoryExport() {}

  /**
   * The list in UTF-8: all of it, or without passwords only names, addresses and ports, since what
   * else an entry holds may be a secret of another program.
   */
  public static byte[] bytes(Directory directory, boolean withPasswords) {
    if (withPasswords) {
      return JsonWriter.indented(directory.json());
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (DirectoryEntry entry : directory.entries()) {
      Object json = entry.jsonWithoutSecrets();
      if (json != null) {
        values.add(json);
      }
    }
    return JsonWriter.indented(new JsonArray(values));
  }

  /**
   * Makes the file, whole or not at all, the owner's alone.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is one, which stays untouched
   */
  public static void write(Directory directory, Path file, boolean withPasswords)
      throws IOException {
    SafeFile.create(file, bytes(directory, withPasswords));
  }
}
