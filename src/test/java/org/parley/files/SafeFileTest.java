package org.parley.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
  @TempDir Path folder;

  private static byte[] bytes(int size, int value) {
    byte[] bytes = new byte[size];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void a_file_is_made_once_however_many_try() throws Exception {
    Path file = folder.resolve("once");
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        byte[] content = bytes(1000, i);
        tries.add(
            pool.submit(
                () -> {
                  try {
                    SafeFile.create(file, content);
                    return true;
                  } catch (FileAlreadyExistsException e) {
                    return false;
                  }
                }));
      }
      int made = 0;
      for (Future<Boolean> one : tries) {
        made += one.get() ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
    byte[] content = Files.readAllBytes(file);
    assertThat(content).isEqualTo(bytes(1000, content[0]));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_link_that_leads_nowhere_is_not_followed() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    assertThatThrownBy(() -> SafeFile.create(link, new byte[1]))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void files_and_folders_are_the_owners_alone() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path inner = folder.resolve("a/b");
    SafeFile.makeFolder(inner);
    SafeFile.create(inner.resolve("created"), new byte[1]);
    SafeFile.replace(inner.resolve("replaced"), new byte[1]);
    SafeFile.makeEmpty(inner.resolve("empty"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
        .isEqualTo("rwx------");
    for (String name : List.of("created", "replaced", "empty")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_file_is_read_up_to_its_limit() throws Exception {
    Path file = folder.resolve("f");
    Files.write(file, bytes(10, 1));
    assertThat(SafeFile.read(file, 10)).hasSize(10);
    assertThatThrownBy(() -> SafeFile.read(file, 9)).isInstanceOf(FileTooLargeException.class);
    assertThatThrownBy(() -> SafeFile.read(folder.resolve("no"), 9))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void what_is_set_aside_takes_the_next_free_name() throws Exception {
    Path file = folder.resolve("f");
    Files.writeString(folder.resolve("f.old-1"), "kept");
    Files.writeString(file, "now");
    assertThat(SafeFile.setAside(file, "old")).hasFileName("f.old-2").hasContent("now");
    assertThat(folder.resolve("f.old-1")).hasContent("kept");
    assertThat(file).doesNotExist();
  }
}
