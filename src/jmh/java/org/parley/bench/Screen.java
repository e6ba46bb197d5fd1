package org.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * A virtual screen (Xvfb) of one's own, whose memory is looked at from outside: what a user would
 * see is timed, and the program that draws it is not touched.
 */
final class Screen implements AutoCloseable {
  // The header of X's window dump format, of which these 32-bit words are needed.
  private static final int HEADER_SIZE = 0;
  private static final int WIDTH = 4;
  private static final int HEIGHT = 5;
  private static final int BYTES_PER_LINE = 12;
  private static final int COLOURS = 19;
  private static final int COLOUR_SIZE = 12;
  private static final int STEP = 4; // pixels from one that is looked at to the next

  private final Process xvfb;
  private final MappedByteBuffer memory;
  private final String display;

  private Screen(Process xvfb, String display, MappedByteBuffer memory) {
    this.xvfb = xvfb;
    this.display = display;
    this.memory = memory;
  }

  /** Whether this machine has Xvfb. */
  static boolean possible() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(folder, "Xvfb"))) {
        return true;
      }
    }
    return false;
  }

  static Screen open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Process xvfb =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
                "-fbdir",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String number = xvfb.inputReader().readLine();
    if (number == null) {
      throw new IOException("Xvfb does not start");
    }
    try (FileChannel file =
        FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
      MappedByteBuffer memory = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      return new Screen(xvfb, ":" + number.strip(), memory);
    }
  }

  String display() {
    return display;
  }

  private int word(int at) {
    return memory.getInt(4 * at);
  }

  /**
   * How many different colours are to be seen, black, which the empty screen has, not counted: one
   * where a bare window stands, several once there is text in it.
   */
  int colours() {
    ByteBuffer now = memory.duplicate();
    int begin = word(HEADER_SIZE) + word(COLOURS) * COLOUR_SIZE;
    int line = word(BYTES_PER_LINE);
    Map<Integer, Integer> seen = new HashMap<>();
    for (int y = 0; y < word(HEIGHT); y += STEP) {
      for (int x = 0; x < word(WIDTH); x += STEP) {
        int pixel = now.getInt(begin + y * line + 4 * x);
        seen.merge(pixel, 1, Integer::sum);
      }
    }
    return seen.size() - 1;
  }

  @Override
  public void close() throws InterruptedException {
    xvfb.destroy();
    xvfb.waitFor();
  }
}
