package org.parley.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.RandomSource;

/**
 * A file system for H2 whose files are {@link CipherFile}s: {@code parley:} and a path. Made by H2,
 * for which it has to be public. A file whose password is not held, and of which none is held that
 * its name begins with, is not opened: nothing is ever written in clear.
 */
public final class CipherPath extends FilePathWrapper {
  private static final System.Logger LOG = System.getLogger("org.parley.store");

  /** What stands before the path in H2's names. */
  static final String SCHEME = "parley";

  private static final RandomSource RANDOM = RandomSource.secure();

  // By the file's real path. H2 opens a file when the first connection comes, and a copy of it,
  // whose name begins with the file's, when it compacts.
  private static final Map<String, Held> HELD = new ConcurrentHashMap<>();

  /** A password, and the file that was opened with it last. */
  private static final class Held {
    private final Path given;
    private final byte[] password;
    private volatile @Nullable CipherFile file;

    Held(Path file, byte[] password) {
      this.given = file.toAbsolutePath();
      this.password = password;
    }

    // H2 leaves a file open, and so locked, in which some damage ends the opening.
    void close() {
      CipherFile left = file;
      try {
        if (left != null) {
          left.close();
        }
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "a database file could not be closed", e);
      }
    }
  }

  static {
    FilePath.register(new CipherPath());
  }

  /** For H2. */
  public CipherPath() {}

  /**
   * Holds the password of that file, which is there, until it is forgotten; returns its name for
   * H2.
   *
   * @param password stays the caller's
   */
  static String hold(Path file, char[] password) throws IOException {
    String path = name(file.toRealPath().toString());
    // What H2 hands its cipher, of a password in ASCII such as ours are.
    byte[] made = FilePathEncrypt.getPasswordBytes(password);
    Held held = HELD.putIfAbsent(path, new Held(file, made));
    if (held != null) {
      boolean same = Arrays.equals(held.password, made);
      Arrays.fill(made, (byte) 0);
      if (!same) {
        throw new IOException("the file is open with another password");
      }
    }
    return SCHEME + ":" + path;
  }

  /**
   * Wipes the password of that file, which may be there no more, and closes what H2 left open of
   * it.
   */
  static void forget(Path file) {
    HELD.values()
        .removeIf(
            held -> {
              boolean gone = held.given.equals(file.toAbsolutePath());
              if (gone) {
                Arrays.fill(held.password, (byte) 0);
                held.close();
              }
              return gone;
            });
  }

  /** The bytes of that open file as they lie on the disk; its closing is H2's. */
  static FileChannel bytes(Path file) throws IOException {
    for (Held held : HELD.values()) {
      CipherFile open = held.file;
      if (held.given.equals(file.toAbsolutePath()) && open != null) {
        return open.base();
      }
    }
    throw new IOException("the file is not open");
  }

  private static String name(String path) {
    return path.replace('\\', '/');
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    String path = name(getBase().toString());
    Held held = HELD.get(path);
    boolean itself = held != null;
    for (Map.Entry<String, Held> other : HELD.entrySet()) {
      if (held == null && path.startsWith(other.getKey())) {
        held = other.getValue();
      }
    }
    if (held == null) {
      throw new IOException("the password of a database file is not known");
    }
    FileChannel base = getBase().open(mode);
    try {
      CipherFile file = new CipherFile(toString(), held.password, base, RANDOM);
      held.file = itself ? file : held.file;
      return file;
    } catch (IOException e) {
      base.close();
      throw e;
    }
  }

  @Override
  public long size() {
    return CipherFile.dataSize(super.size());
  }

  @Override
  public InputStream newInputStream() throws IOException {
    return Channels.newInputStream(open("r"));
  }

  @Override
  public OutputStream newOutputStream(boolean append) throws IOException {
    return newFileChannelOutputStream(open("rw"), append);
  }
}
