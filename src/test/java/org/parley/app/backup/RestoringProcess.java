package org.parley.app.backup;

import java.nio.file.Path;
import org.parley.app.profile.DataFolder;
import org.parley.journal.Progress;

/**
 * A process of its own that restores a backup, to be killed: once into a folder beside, so that it
 * is quick the second time, and then, when its standard input says so, into the folder. It says
 * {@code READY} with the nanoseconds that the first one took to be unpacked and in all, {@code
 * UNPACKED}, and {@code DONE}.
 */
final class RestoringProcess implements Progress {
  private static final long ZIP_END = 64 << 10; // of which a reader need not see all

  private boolean unpacked;
  private long unpackedAt;

  private RestoringProcess() {}

  /** Arguments: the backup, the folder. */
  public static void main(String[] args) throws Exception {
    Path backup = Path.of(args[0]);
    long begin = System.nanoTime();
    RestoringProcess first = new RestoringProcess();
    Restore.run(backup, DataFolder.at(Path.of(args[1] + "-first")), first);
    System.out.println("READY " + (first.unpackedAt - begin) + " " + (System.nanoTime() - begin));
    if (System.in.read() < 0) {
      return; // never needed
    }
    Restore.run(backup, DataFolder.at(Path.of(args[1])), new RestoringProcess());
    System.out.println("DONE");
    System.in.readAllBytes(); // until it is killed
  }

  @Override
  public void at(long done, long total) {
    if (!unpacked && done > total - ZIP_END) {
      unpacked = true;
      unpackedAt = System.nanoTime();
      System.out.println("UNPACKED");
    }
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
