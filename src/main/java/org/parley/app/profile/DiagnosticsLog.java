package org.parley.app.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.parley.files.SafeFile;

/**
 * The diagnostics of one data folder: time, level, class and our own sentence. Of an exception only
 * its class and the places in our own code are kept, since the message of one that comes from
 * elsewhere may quote a peer's text, an address or a secret. The file is the owner's alone; one
 * older file is kept beside it.
 */
public final class DiagnosticsLog extends Handler {
  private static final String OURS = "org.parley";
  private static final long LIMIT = 256 * 1024;

  /** In bytes; reached, the file becomes the older one. */
  private final long limit;

  private final Path file;

  // Held here: the runtime keeps loggers by weak reference only, and would forget the handler.
  private final Logger logger = Logger.getLogger(OURS);

  DiagnosticsLog(Path file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /** The log of a profile. */
  static DiagnosticsLog of(DataFolder folder) {
    return new DiagnosticsLog(folder.log(), LIMIT);
  }

  /** Writes what ended a command after its profile was closed; nothing where there is none. */
  public static void lastWords(DataFolder folder, String sentence, Throwable problem) {
    if (folder.hasVault()) {
      LogRecord entry = new LogRecord(Level.SEVERE, sentence);
      entry.setLoggerName(OURS);
      entry.setThrown(problem);
      of(folder).publish(entry);
    }
  }

  /** Begins to write what org.parley logs, from INFO up, and to nowhere else. */
  void attach() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  @Override
  public synchronized void publish(@Nullable LogRecord entry) {
    if (entry == null || entry.getLevel().intValue() < Level.INFO.intValue()) {
      return;
    }
    try {
      rotate();
      Files.writeString(file, line(entry), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A full disk must not stop the talk for the sake of its diagnostics.
      logger.removeHandler(this);
    }
  }

  private void rotate() throws IOException {
    if (Files.exists(file) && Files.size(file) >= limit) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      if (!Files.exists(file)) {
        SafeFile.makeEmpty(file);
      }
    } catch (FileAlreadyExistsException e) {
      // made in between: all the better
    }
  }

  private static String line(LogRecord entry) {
    StringBuilder line = new StringBuilder();
    line.append(Instant.ofEpochMilli(entry.getMillis()).truncatedTo(ChronoUnit.MILLIS))
        .append(' ')
        .append(entry.getLevel())
        .append(' ')
        .append(entry.getLoggerName())
        .append(": ")
        .append(entry.getMessage())
        .append('\n');
    for (Throwable t = entry.getThrown(); t != null; t = t.getCause()) {
      line.append("  ").append(t.getClass().getName()).append('\n');
      for (StackTraceElement place : t.getStackTrace()) {
        if (place.getClassName().startsWith(OURS)) {
          line.append("    at ").append(place).append('\n');
        }
      }
    }
    return line.toString();
  }

  @Override
  public void flush() {
    // every line is written at once
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
