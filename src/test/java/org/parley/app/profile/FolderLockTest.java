package org.parley.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void a_second_holder_is_told_the_process_of_the_first() throws Exception {
    Path file = folder.resolve("parley.lock");
    try (FolderLock first = FolderLock.take(file)) {
      assertThat(first).isNotNull();
      FolderHeldException held =
          catchThrowableOfType(FolderHeldException.class, () -> FolderLock.take(file));

      assertThat(held.process()).isEqualTo(ProcessHandle.current().pid());
    }
  }

  @Test
  void a_file_left_behind_holds_nobody_up() throws Exception {
    Path file = Files.writeString(folder.resolve("parley.lock"), "99999999 and more\n");

    try (FolderLock lock = FolderLock.take(file)) {
      assertThat(Files.readString(file)).isEqualTo(ProcessHandle.current().pid() + "\n");
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void after_the_first_has_closed_the_folder_is_free() throws Exception {
    Path file = folder.resolve("parley.lock");
    FolderLock.take(file).close();

    FolderLock.take(file).close();
  }
}
