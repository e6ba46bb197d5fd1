package org.parley.app.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.parley.files.SafeFile;

/**
 * Keeps a second Parley out of a data folder, and tells it who is inside. The lock is the operating
 * system's and so ends with the process, however it ends; the file stays and means nothing by
 * itself.
 */
final class FolderLock implements AutoCloseable {
  // Far behind the text: where locks are mandatory (Windows), another process can still read it.
  private static final long LOCKED_BYTE = 1L << 40;

  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder.
   *
   * @throws FolderHeldException where another process, or another part of this one, has it
   * @throws IOException where the file cannot be made or locked
   */
  static FolderLock take(Path file) throws FolderHeldException, IOException {
    try {
      SafeFile.makeEmpty(file);
    } catch (FileAlreadyExistsException e) {
      // left by an earlier run, or held now: the lock below tells
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw new FolderHeldException(holder(file));
      }
      byte[] text = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text), 0);
      taken = true;
      return new FolderLock(channel, lock);
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
      return null; // this very process, such as a second window
    }
  }

  private static long holder(Path file) {
    try {
      return Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).trim());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      lock.release();
    } finally {
      channel.close();
    }
  }
}
