package org.parley.app.window;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.app.backup.Restore;
import org.parley.app.backup.RestoreException;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.IoReason;
import org.parley.journal.Progress;
import org.parley.ui.unlock.Restored;
import org.parley.ui.unlock.RestoringException;
import org.parley.ui.unlock.RestoringException.Problem;

/** Backups that become profiles, for the unlock dialog. */
final class Restoring {
  private Restoring() {}

  static @Nullable Restored run(Path backup, Path folder, Progress progress)
      throws RestoringException {
    try {
      Restore.Restored made = Restore.run(backup, DataFolder.at(folder), progress);
      return made == null
          ? null
          : new Restored(
              made.name(), made.made(), made.withDirectory(), made.withAnchor(), made.leftOut());
    } catch (RestoreException e) {
      Problem problem =
          switch (e.trouble()) {
            case NO_BACKUP -> Problem.NO_BACKUP;
            case DAMAGED -> Problem.DAMAGED;
            case NEWER -> Problem.NEWER;
            case NOT_EMPTY -> Problem.NOT_EMPTY;
            case FOLDER_HELD -> Problem.FOLDER_HELD;
          };
      throw new RestoringException(problem, e.detail(), e);
    } catch (IOException e) {
      Problem problem = isAbout(backup, e) ? Problem.FILE_UNREADABLE : Problem.DISK;
      throw new RestoringException(problem, IoReason.of(e), e);
    }
  }

  private static boolean isAbout(Path backup, IOException e) {
    boolean refused = e instanceof NoSuchFileException || e instanceof AccessDeniedException;
    return refused
        && e instanceof FileSystemException which
        && backup.toString().equals(which.getFile());
  }
}
