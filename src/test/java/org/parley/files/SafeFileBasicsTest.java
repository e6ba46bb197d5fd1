package org.parley.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SafeFileBasicsTest {
  @TempDir Path folder;

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private long entries() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void a_file_is_made_and_replaced_whole() throws IOException {
    Path file = folder.resolve("a.json");
    SafeFile.replace(file, new byte[] {1, 2, 3});
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    SafeFile.replace(file, new byte[0]);
    assertThat(file).isEmptyFile();
    assertThat(entries()).as("nothing is left beside it").isEqualTo(1);
  }

  @Test
  void where_it_cannot_be_replaced_the_old_content_stays_and_nothing_is_left() throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("a.json"));
    Files.createFile(inTheWay.resolve("x"));
    assertThatThrownBy(() -> SafeFile.replace(inTheWay, new byte[] {1}))
        .isInstanceOf(IOException.class);
    assertThat(inTheWay.resolve("x")).exists();
    assertThat(entries()).isEqualTo(1);
    assertThatThrownBy(() -> SafeFile.replace(folder.resolve("no/where"), new byte[1]))
        .isInstanceOf(IOException.class);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void files_and_folders_are_their_owners_alone() throws IOException {
    Path made = folder.resolve("x/y/data");
    SafeFile.makeFolder(made);
    SafeFile.makeFolder(made);
    assertThat(mode(made)).isEqualTo("rwx------");
    Path file = made.resolve("f");
    SafeFile.replace(file, new byte[] {1});
    assertThat(mode(file)).isEqualTo("rw-------");
    Path empty = made.resolve("e");
    SafeFile.makeEmpty(empty);
    assertThat(mode(empty)).isEqualTo("rw-------");
    assertThatThrownBy(() -> SafeFile.makeEmpty(empty))
        .isInstanceOf(FileAlreadyExistsException.class);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    SafeFile.ownerOnly(file);
    assertThat(mode(file)).isEqualTo("rw-------");
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
    SafeFile.ownerOnly(made);
    assertThat(mode(made)).isEqualTo("rwx------");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_replaced_file_is_its_owners_even_if_the_old_one_was_not() throws IOException {
    Path file = Files.createFile(folder.resolve("open"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    SafeFile.replace(file, new byte[] {1});
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void a_file_where_the_folder_should_be_is_told() throws IOException {
    Path file = Files.createFile(folder.resolve("f"));
    assertThatThrownBy(() -> SafeFile.makeFolder(file))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
