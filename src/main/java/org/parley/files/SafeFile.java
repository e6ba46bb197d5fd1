package org.parley.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.parley.waits.Waiting;

/**
 * Files of the data folder: readable by their owner only, replaced by writing beside, fsync, rename
 * and fsync of the folder, so that a crash leaves the old content or the new, never a mixture.
 */
public final class SafeFile {
  static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER_MODE =
      PosixFilePermissions.fromString("rwx------");

  private SafeFile() {}

  /** Makes the folder, and those above it, where missing; a new one is the owner's alone. */
  public static void makeFolder(Path folder) throws IOException {
    Waiting.begins();
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(folder, attribute(folder.toAbsolutePath(), FOLDER_MODE));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Makes an empty file of the owner's alone; refused where there is one. */
  public static void makeEmpty(Path file) throws IOException {
    Files.createFile(file, attribute(file.toAbsolutePath(), FILE_MODE));
  }

  /** Takes everybody but the owner the right to read; where the system has such rights. */
  public static void ownerOnly(Path path) throws IOException {
    if (posix(path)) {
      Files.setPosixFilePermissions(path, Files.isDirectory(path) ? FOLDER_MODE : FILE_MODE);
    }
  }

  /**
   * Replaces the file, or makes it. Where this throws, the old content is what it was.
   *
   * @throws IOException with the file system's reason: full, read-only, no such folder
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Waiting.begins();
    Path target = file.toAbsolutePath();
    Path folder = parent(target);
    Path beside =
        Files.createTempFile(
            folder, "." + target.getFileName() + ".", ".new", attribute(target, FILE_MODE));
    boolean moved = false;
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      move(beside, target);
      moved = true;
      syncFolder(folder);
    } finally {
      if (!moved) {
        Files.deleteIfExists(beside);
      }
    }
  }

  /**
   * Makes the file with this content, whole or not at all; one that is there is never touched.
   *
   * @throws FileAlreadyExistsException where there is one, also one made at the same moment
   * @throws IOException with the file system's reason: full, read-only, no such folder
   */
  public static void create(Path file, byte[] content) throws IOException {
    Waiting.begins();
    Path target = file.toAbsolutePath();
    Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    replace(beside, content);
    try {
      // A link fails where the name is taken; a rename would take the name over.
      Files.createLink(target, beside);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without links: the name is taken first, then filled.
      makeEmpty(target);
      replace(target, content);
    } finally {
      Files.deleteIfExists(beside);
    }
    syncFolder(parent(target));
  }

  /**
   * All of the file's bytes.
   *
   * @throws FileTooLargeException where there are more than {@code most}; not read then
   * @throws NoSuchFileException where there is no such file
   */
  public static byte[] read(Path file, int most) throws IOException {
    Waiting.begins();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new FileTooLargeException(file, most);
      }
      return content;
    }
  }

  /**
   * Gives the file another name beside it, NAME.LABEL-1 or the next free number, so that what could
   * not be read, or would be written over, is kept.
   *
   * @return the new name
   */
  public static Path setAside(Path file, String label) throws IOException {
    Waiting.begins();
    Path target = file.toAbsolutePath();
    for (int i = 1; ; i++) {
      Path kept = target.resolveSibling(target.getFileName() + "." + label + "-" + i);
      if (!Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(target, kept); // refuses a name that has been taken meanwhile
        syncFolder(parent(target));
        return kept;
      }
    }
  }

  static Path parent(Path absolute) throws NoSuchFileException {
    Path folder = absolute.getParent();
    if (folder == null) {
      throw new NoSuchFileException(absolute.toString());
    }
    return folder;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the file's content and its name durable. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    syncFolder(parent(file.toAbsolutePath()));
  }

  /** Makes the folder's entries durable; a system that cannot open a folder needs no such thing. */
  public static void syncFolder(Path folder) throws IOException {
    if (posix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  static FileAttribute<?>[] attribute(Path path, Set<PosixFilePermission> mode) {
    return posix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
