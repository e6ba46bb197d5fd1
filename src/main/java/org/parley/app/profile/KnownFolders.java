package org.parley.app.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.files.SafeFile;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/** Which data folders were opened before, the latest first, for the unlock dialog to offer. */
public final class KnownFolders {
  private static final int MOST = 20;

  private final Path file;

  /** Remembers in the user's state folder. */
  public KnownFolders(UserFolders user) {
    this.file = user.state().resolve("folders.json");
  }

  /** The latest first; those that no longer are there are left out. */
  public List<Path> list() {
    List<Path> folders = new ArrayList<>();
    try {
      if (JsonReader.document(Files.readAllBytes(file), JsonProfile.FILE) instanceof JsonArray a) {
        for (Object entry : a) {
          if (entry instanceof String text && Files.isDirectory(Path.of(text))) {
            folders.add(Path.of(text));
          }
        }
      }
    } catch (IOException | JsonException | InvalidPathException e) {
      return folders; // a convenience: without it the folder is chosen by hand
    }
    return folders;
  }

  /** Puts the folder first. */
  public void opened(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    List<String> texts = new ArrayList<>();
    texts.add(absolute.toString());
    for (Path known : list()) {
      if (!known.equals(absolute) && texts.size() < MOST) {
        texts.add(known.toString());
      }
    }
    Path parent = file.getParent();
    if (parent != null) {
      SafeFile.makeFolder(parent);
    }
    SafeFile.replace(file, JsonWriter.indented(new JsonArray(texts)));
  }
}
