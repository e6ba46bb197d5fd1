package org.parley.app.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.files.SafeFile;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * Which data folders were opened in a window before, the latest first, and with which directory
 * file: for the unlock dialog to offer. A convenience: what cannot be read is forgotten.
 */
public final class KnownFolders {
  private static final int MOST = 20;
  private static final int MOST_BYTES = 64 * 1024;

  private final Path file;

  /**
   * One of them.
   *
   * @param directoryFile null: the one in the folder
   */
  public record Known(Path folder, @Nullable Path directoryFile) {}

  /** Remembers in the user's state folder. */
  public KnownFolders(Path stateFolder) {
    this.file = stateFolder.resolve("folders.json");
  }

  /** The latest first; those that no longer are there are left out. */
  public List<Known> list() {
    List<Known> folders = new ArrayList<>();
    try {
      Object document = JsonReader.document(SafeFile.read(file, MOST_BYTES), JsonProfile.FILE);
      if (document instanceof JsonArray entries) {
        for (Object entry : entries) {
          if (entry instanceof JsonObject object) {
            add(object, folders);
          }
        }
      }
    } catch (IOException | JsonException | InvalidPathException e) {
      return folders;
    }
    return folders;
  }

  private static void add(JsonObject entry, List<Known> folders) throws JsonException {
    Path folder = Path.of(entry.string("folder"));
    String directory = entry.stringOrNull("directory");
    if (Files.isDirectory(folder)) {
      folders.add(new Known(folder, directory == null ? null : Path.of(directory)));
    }
  }

  /** Puts the folder first. */
  public void opened(Known latest) throws IOException {
    List<JsonObject> entries = new ArrayList<>();
    entries.add(json(latest));
    for (Known known : list()) {
      if (!known.folder().equals(latest.folder()) && entries.size() < MOST) {
        entries.add(json(known));
      }
    }
    Path parent = file.getParent();
    if (parent != null) {
      SafeFile.makeFolder(parent);
    }
    SafeFile.replace(file, JsonWriter.indented(new JsonArray(entries)));
  }

  private static JsonObject json(Known known) {
    Path directory = known.directoryFile();
    return JsonObject.empty()
        .with("folder", known.folder().toString())
        .with("directory", directory == null ? null : directory.toString());
  }
}
