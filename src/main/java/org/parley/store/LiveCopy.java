package org.parley.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The file of an open database, read from its beginning while it is written to, as it lies on the
 * disk: what H2's own {@code BACKUP TO} does, but with the bytes handed to whoever counts and may
 * stop them. H2 only appends (see {@link H2}), so that whatever was committed before the first byte
 * was read is in the copy; of what is committed later some may be. A copy that ends within such a
 * commit opens like a database whose process was killed then.
 */
final class LiveCopy {
  private static final int PIECE = 64 * 1024;

  private LiveCopy() {}

  /** Copies the encrypted bytes; the stream stays open. */
  static void copy(Path file, OutputStream out) throws IOException {
    // Through the channel that H2 has: closing another one would let go of the file's lock.
    FileChannel bytes = CipherPath.bytes(file);
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    long at = 0;
    int count = bytes.read(piece, at);
    while (count >= 0) {
      out.write(piece.array(), 0, count);
      at += count;
      piece.clear();
      count = bytes.read(piece, at);
    }
  }
}
