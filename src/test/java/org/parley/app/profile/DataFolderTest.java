package org.parley.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final Path HOME = Path.of("/home/alice").toAbsolutePath();

  @TempDir Path working;

  private static UserFolders linux(Map<String, String> environment) {
    return UserFolders.of("Linux", HOME, environment::get);
  }

  @Test
  void what_was_named_is_taken() throws IOException {
    Files.createDirectory(working.resolve("db"));

    assertThat(DataFolder.choose(working.resolve("other"), working, linux(Map.of())).path())
        .isEqualTo(working.resolve("other"));
  }

  @Test
  void db_of_the_working_folder_comes_before_the_users_folder() throws IOException {
    Files.createDirectory(working.resolve("db"));

    assertThat(DataFolder.choose(null, working, linux(Map.of())).path())
        .isEqualTo(working.resolve("db"));
  }

  @Test
  void a_file_called_db_is_no_data_folder() throws IOException {
    Files.createFile(working.resolve("db"));

    assertThat(DataFolder.choose(null, working, linux(Map.of())).path())
        .isEqualTo(HOME.resolve(".local/share/parley"));
  }

  @Test
  void the_users_folder_on_linux_follows_the_xdg_variable() {
    Path data = Path.of("/srv/data").toAbsolutePath();

    assertThat(linux(Map.of("XDG_DATA_HOME", data.toString())).data())
        .isEqualTo(data.resolve("parley"));
    assertThat(linux(Map.of("XDG_STATE_HOME", data.toString())).state())
        .isEqualTo(data.resolve("parley"));
  }

  @Test
  void a_relative_xdg_variable_is_ignored_as_its_specification_says() {
    assertThat(linux(Map.of("XDG_DATA_HOME", "data")).data())
        .isEqualTo(HOME.resolve(".local/share/parley"));
    assertThat(linux(Map.of("XDG_STATE_HOME", "")).state())
        .isEqualTo(HOME.resolve(".local/state/parley"));
  }

  @Test
  void the_users_folder_on_macos_is_application_support() {
    assertThat(UserFolders.of("Mac OS X", HOME, name -> null).data())
        .isEqualTo(HOME.resolve("Library/Application Support/parley"));
  }

  @Test
  void the_users_folder_on_windows_is_local_application_data() {
    Path local = Path.of("/users/alice/local").toAbsolutePath();
    Map<String, String> environment = Map.of("LOCALAPPDATA", local.toString());

    assertThat(UserFolders.of("Windows 11", HOME, environment::get).data())
        .isEqualTo(local.resolve("parley"));
    assertThat(UserFolders.of("Windows 11", HOME, name -> null).state())
        .isEqualTo(HOME.resolve("AppData/Local/parley"));
  }
}
