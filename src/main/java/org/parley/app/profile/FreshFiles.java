package org.parley.app.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a first start makes, so that one that fails leaves the folder as it was. Only what was not
 * there before is taken away: nobody can have put anything into it.
 */
public final class FreshFiles {
  private static final Logger LOG = Logger.getLogger(FreshFiles.class.getName());

  private final List<Path> absent;

  private FreshFiles(List<Path> absent) {
    this.absent = absent;
  }

  /** Looks at what is there before the first start begins. */
  public static FreshFiles before(Opening opening) {
    DataFolder folder = opening.folder();
    return new FreshFiles(
        List.of(
                folder.vault(),
                folder.journal(),
                folder.anchor(),
                folder.settings(),
                opening.directory())
            .stream()
            .filter(Files::notExists)
            .toList());
  }

  /** Takes away what was made since. Called with the profile closed. */
  public void remove() {
    for (Path file : absent) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.log(Level.WARNING, "a first start that failed could not be undone", e);
      }
    }
  }
}
