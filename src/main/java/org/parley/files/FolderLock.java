package org.parley.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.parley.waits.Waiting;

/**
 * One process a data folder: a lock of the operating system on {@code parley.lock}, gone with the
 * process however that ends. The file says which process it is, and stays.
 *
 * <p>Within one process it takes a folder once: POSIX lets go of a file's locks as soon as the
 * process closes any handle of it, so a second try would end the first one's hold.
 */
public final class FolderLock implements AutoCloseable {
  private static final String NAME = "parley.lock";

  // Far behind the content: some systems keep others from reading what is locked.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
  private static final int MOST_DIGITS = 20;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @throws FolderHeldException where another process has it
   * @throws IOException where the file could not be made or locked
   */
  public static FolderLock take(Path folder) throws IOException {
    Waiting.begins();
    Path file = folder.resolve(NAME);
    try {
      SafeFile.makeEmpty(file);
    } catch (FileAlreadyExistsException e) {
      // The usual case: it stays from one time to the next.
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw new FolderHeldException(readPid(channel));
      }
      byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      channel.force(true);
      taken = true;
      return new FolderLock(channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // this very process has it
    }
  }

  private static long readPid(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(MOST_DIGITS);
    channel.read(content, 0);
    String text =
        new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  /** Gives the folder back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
