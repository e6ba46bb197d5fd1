package org.parley.ui.unlock;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Progress;
import org.parley.ui.workplace.Workplace;

/**
 * Finds, opens and makes profiles. A profile is a data folder.
 *
 * <p>Every method may wait for the disk, {@link #open} and {@link #create} also for key derivation:
 * none is called on the event thread. Where {@code open} or {@code create} throws, nothing stays
 * open and no lock is held; {@code create} leaves no half-made profile behind.
 */
public interface ProfileOpener {

  /** Profiles to offer, the one to begin with first; never empty. */
  List<Profile> known();

  /** What lies in a folder that somebody chose; never throws for what is or is not there. */
  Profile look(Path folder);

  /**
   * Unlocks what is there. The password is the caller's, who wipes it after the return.
   *
   * @param directoryPassphrase of a directory file that has its own; the caller's, who wipes it
   *     after the return. Null where none was asked for
   * @param steps told of each step before it begins, on the calling thread
   */
  Workplace open(
      Opening opening,
      char[] password,
      char @Nullable [] directoryPassphrase,
      Consumer<OpeningStep> steps)
      throws OpeningException;

  /** Makes a profile and opens it; as {@link #open}. */
  Workplace create(Creation creation, char[] password, Consumer<OpeningStep> steps)
      throws OpeningException;

  /**
   * Makes a profile of a backup, in a folder that is empty or missing; it stays sealed.
   *
   * @param progress told in bytes
   * @return null where it was cancelled; the folder is as it was, as where this throws
   */
  @Nullable Restored restore(Path backup, Path folder, Progress progress) throws RestoringException;
}
