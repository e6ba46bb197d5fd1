package org.parley.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockIT {
  @TempDir Path folder;

  private Process holder() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            folder.toString())
        .start();
  }

  private static String line(Process process) throws Exception {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return out.readLine();
  }

  @Test
  void a_second_process_is_told_who_has_the_folder() throws Exception {
    try (FolderLock lock = FolderLock.take(folder)) {
      assertThat(lock).isNotNull();
      Process other = holder();
      assertThat(line(other)).isEqualTo("held by " + ProcessHandle.current().pid());
      assertThat(other.waitFor()).isZero();
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("parley.lock"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_killed_process_has_it_no_more() throws Exception {
    Process other = holder();
    assertThat(line(other)).startsWith("taken");
    assertThatThrownBy(() -> FolderLock.take(folder))
        .isInstanceOfSatisfying(
            FolderHeldException.class, e -> assertThat(e.pid()).isEqualTo(other.pid()));
    other.destroyForcibly();
    other.waitFor();
    FolderLock.take(folder).close();
  }

  @Test
  void it_is_taken_and_given_back_again_and_again() throws Exception {
    for (int i = 0; i < 3; i++) {
      FolderLock.take(folder).close();
    }
    assertThat(Files.readString(folder.resolve("parley.lock")))
        .isEqualTo(ProcessHandle.current().pid() + "\n");
  }
}
