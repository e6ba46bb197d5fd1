package org.parley.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Reads and writes at places of a file that many threads share. A thread that comes with an
 * interrupt keeps it and does its work: the platform would close the file, for all threads.
 */
public final class Whole {
  private Whole() {}

  /** What is done with the file. */
  public interface Act {
    /** Does it. */
    void run() throws IOException;
  }

  /** Does that without an interrupt that the thread came with, which it has again afterwards. */
  public static void uninterrupted(Act act) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      act.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Fills the buffer from that place on.
   *
   * @throws EOFException where the file ends before
   */
  public static void read(FileChannel file, ByteBuffer to, long position) throws IOException {
    int from = to.position();
    uninterrupted(
        () -> {
          while (to.hasRemaining()) {
            if (file.read(to, position + to.position() - from) < 0) {
              throw new EOFException();
            }
          }
        });
  }

  /** Writes all of the buffer at that place. */
  public static void write(FileChannel file, ByteBuffer from, long position) throws IOException {
    int begin = from.position();
    uninterrupted(
        () -> {
          while (from.hasRemaining()) {
            int unused = file.write(from, position + from.position() - begin);
          }
        });
  }
}
