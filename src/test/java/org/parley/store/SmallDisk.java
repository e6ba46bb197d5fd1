package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of 6 MB in memory, where the test may mount one; else the test is not tried. */
public record SmallDisk(Path path) implements AutoCloseable {
  public static SmallDisk mount(Path path) throws Exception {
    Files.createDirectory(path);
    boolean mounted;
    try {
      mounted = run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", path.toString());
    } catch (IOException e) {
      mounted = false;
    }
    assumeThat(mounted).as("this user may not mount a file system: not tried").isTrue();
    return new SmallDisk(path);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  /** Fills it but for some hundred KB; gives the file that does. */
  public Path fill() throws IOException {
    return fillBut(300_000);
  }

  /** Fills it but for that many bytes. */
  public Path fillBut(long left) throws IOException {
    Path filler = path.resolve("filler");
    long free = Files.getFileStore(path).getUsableSpace();
    Files.write(filler, new byte[(int) Math.max(0, free - left)]);
    return filler;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    assertThat(run("umount", "-l", path.toString())).isTrue();
  }
}
