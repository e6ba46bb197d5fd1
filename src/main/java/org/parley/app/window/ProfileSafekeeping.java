package org.parley.app.window;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.app.backup.Backup;
import org.parley.app.profile.IoReason;
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
    } catch (FileAlreadyExistsException e) {
      throw e; // the window asks whether to replace it
    } catch (IOException e) {
      throw new IOException(IoReason.of(e), e); // the system's own words are often a path alone
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
