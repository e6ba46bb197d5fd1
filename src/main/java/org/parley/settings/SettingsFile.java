package org.parley.settings;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.parley.files.FileTooLargeException;
import org.parley.files.SafeFile;
import org.parley.json.JsonException;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * {@code settings.json} on disk. A file that cannot be read as what it is, is reported, and never
 * written over or deleted: {@link #setAside} is its owner's decision. One thread at a time.
 */
public final class SettingsFile {
  private static final int MAX_SIZE = 1024 * 1024;

  private final Path file;

  /** Nothing is touched yet. */
  public SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * What the file says; the defaults where there is none.
   *
   * @throws SettingsDamagedException where it is no JSON object
   * @throws IOException where it could not be read
   */
  public ClearSettings load() throws IOException, SettingsDamagedException {
    try {
      return ClearSettings.of(JsonReader.object(SafeFile.read(file, MAX_SIZE), JsonProfile.FILE));
    } catch (NoSuchFileException e) {
      return ClearSettings.defaults();
    } catch (FileTooLargeException e) {
      throw new SettingsDamagedException("too large");
    } catch (JsonException e) {
      throw new SettingsDamagedException(Objects.requireNonNullElse(e.getMessage(), "not JSON"));
    }
  }

  /**
   * Replaces the file, or makes it.
   *
   * @throws SettingsDamagedException where the file that is there cannot be read; it is left so
   * @throws IOException where it could not be written; the old content is what it was
   */
  public void save(ClearSettings settings) throws IOException, SettingsDamagedException {
    load();
    SafeFile.replace(file, JsonWriter.indented(settings.json()));
  }

  /** Gives a file that cannot be read another name beside it, and returns that. */
  public Path setAside() throws IOException {
    return SafeFile.setAside(file, "damaged");
  }
}
