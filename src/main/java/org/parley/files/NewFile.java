package org.parley.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.parley.waits.Waiting;

/**
 * A file that is written piece by piece and appears whole or not at all: written beside its place
 * under a name that begins with a dot, readable by its owner only, and given its own name by {@link
 * #commit} once all of it is on the disk. Closing it without that leaves nothing. For one thread.
 */
public final class NewFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path beside;
  private final boolean replace;
  private final FileChannel channel;
  private final OutputStream out;
  private boolean done;

  private NewFile(Path target, Path beside, boolean replace, FileChannel channel) {
    this.target = target;
    this.beside = beside;
    this.replace = replace;
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  /**
   * Begins to write.
   *
   * @param replace whether a file that is there may be replaced
   * @throws FileAlreadyExistsException where there is one that may not be
   * @throws IOException with the file system's reason: full, read-only, no such folder
   */
  public static NewFile begin(Path file, boolean replace) throws IOException {
    Waiting.begins();
    if (!replace) {
      refuseExisting(file);
    }
    Path target = file.toAbsolutePath();
    // A name of its own length: the target's may be as long as a name can be.
    Path beside = SafeFile.parent(target).resolve(".parley-" + UUID.randomUUID() + ".new");
    Files.createFile(beside, SafeFile.attribute(target, SafeFile.FILE_MODE));
    boolean opened = false;
    try {
      FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
      opened = true;
      return new NewFile(target, beside, replace, channel);
    } finally {
      if (!opened) {
        Files.deleteIfExists(beside);
      }
    }
  }

  /**
   * Asks early what {@link #commit} would refuse late.
   *
   * @throws FileAlreadyExistsException where something bears that name, a dangling link included
   */
  public static void refuseExisting(Path file) throws FileAlreadyExistsException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  /** Where to write; buffered. */
  public OutputStream out() {
    return out;
  }

  /**
   * Brings everything to the disk and gives the file its name.
   *
   * @throws FileAlreadyExistsException where there is one by now that may not be replaced
   * @throws IOException with the file system's reason; there is no new file then
   */
  public void commit() throws IOException {
    Waiting.begins();
    out.flush();
    channel.force(true);
    channel.close();
    if (replace) {
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } else {
      name();
    }
    done = true;
    SafeFile.syncFolder(SafeFile.parent(target));
  }

  private void name() throws IOException {
    try {
      // A link fails where the name is taken; a rename would take the name over.
      Files.createLink(target, beside);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without links.
      Files.move(beside, target);
      return;
    }
    Files.delete(beside);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!done) {
      Files.deleteIfExists(beside);
    }
  }
}
