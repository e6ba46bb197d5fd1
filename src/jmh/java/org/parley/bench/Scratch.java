package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of the benchmarks, all on the file system of the build. */
final class Scratch {
  private Scratch() {}

  /** What is kept from one run to the next. */
  static Path kept() {
    return Path.of(System.getProperty("parley.bench", "target/bench"));
  }

  /** A fresh folder. */
  static Path fresh() throws IOException {
    Files.createDirectories(kept());
    return Files.createTempDirectory(kept(), "scratch-");
  }

  /** Removes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What runs in a folder that is gone afterwards. */
  interface Work {
    double in(Path folder) throws Exception;
  }

  static double inFresh(Work work) throws Exception {
    Path folder = fresh();
    try {
      return work.in(folder);
    } finally {
      delete(folder);
    }
  }

  static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
