package org.parley.app.window;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.app.backup.Backup;
import org.parley.app.profile.Profile;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;
import org.parley.ui.workplace.Safekeeping;

/** Backups of an open profile. */
record ProfileSafekeeping(Profile profile) implements Safekeeping {
  @Override
  public @Nullable Copy backUp(Path file, boolean replace, Progress progress) throws IOException {
    try {
      Backup.Made made = Backup.of(profile).write(file, replace, progress);
      return made == null ? null : new Copy(made.plainDirectory(), made.leftOut());
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
