package org.parley.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is removed with all that is in it. */
final class DemoFolder implements AutoCloseable {
  private final Path path;

  private DemoFolder(Path path) {
    this.path = path;
  }

  static DemoFolder make() throws IOException {
    return new DemoFolder(Files.createTempDirectory("parley-demo-"));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path one : deepestFirst) {
      Files.deleteIfExists(one);
    }
  }
}
