package org.parley.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a file may have changed: every while, on a thread of its own, it looks at time, size
 * and identity. That works on every file system, also over a network, where notices of changes do
 * not, and also where an editor puts a new file in the old one's place.
 */
final class FileWatch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FileWatch.class.getName());
  private static final long CLOSE_SECONDS = 5;

  private final Path file;
  private final BooleanSupplier look;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-directory");
            thread.setDaemon(true);
            return thread;
          });
  private final Future<?> looking;
  private @Nullable Stamp seen;
  private boolean again = true; // once, for what happened before the first look

  /** What tells one content from another without reading it; null where there is no file. */
  private record Stamp(FileTime time, long size, @Nullable Object key) {}

  /**
   * Begins to look.
   *
   * @param look reads the file; false where that is to be tried again although nothing changes
   */
  FileWatch(Path file, Duration every, BooleanSupplier look) {
    this.file = file;
    this.look = look;
    this.looking =
        timer.scheduleWithFixedDelay(
            this::tick, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      Stamp now = stamp();
      if (again || (now == null ? seen != null : !now.equals(seen))) {
        seen = now;
        again = !look.getAsBoolean();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the directory file is not watched any more", e);
      throw e; // which ends the looking: the same would come again
    }
  }

  private @Nullable Stamp stamp() {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
    } catch (IOException e) {
      return null; // gone, or out of reach: reading it says which
    }
  }

  @Override
  public void close() {
    looking.cancel(true);
    timer.shutdownNow();
    try {
      timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
