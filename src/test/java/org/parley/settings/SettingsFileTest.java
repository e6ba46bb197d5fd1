package org.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.name.PeerName;

class SettingsFileTest {
  @TempDir Path folder;
  private Path path;
  private SettingsFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("settings.json");
    file = new SettingsFile(path);
  }

  @Test
  void without_a_file_the_defaults_hold() throws Exception {
    ClearSettings settings = file.load();
    assertThat(settings).isEqualTo(ClearSettings.defaults());
    assertThat(settings.name()).isNull();
    assertThat(settings.port()).isEmpty();
    assertThat(settings.listenOn()).isEqualTo(ListenOn.ALL);
    assertThat(settings.look()).isEqualTo(Look.SYSTEM);
    assertThat(settings.language()).isEqualTo(Language.SYSTEM);
    assertThat(path).doesNotExist();
  }

  @Test
  void what_was_saved_is_loaded() throws Exception {
    ClearSettings settings =
        ClearSettings.defaults()
            .withName(PeerName.of("Jürgen 世界"))
            .withPort(65_535)
            .withListenOn(ListenOn.LOOPBACK)
            .withLook(Look.DARK)
            .withLanguage(Language.ZH)
            .withTextPercent(175);
    file.save(settings);
    ClearSettings loaded = file.load();
    assertThat(loaded).isEqualTo(settings);
    assertThat(loaded.name()).hasToString("Jürgen 世界");
    assertThat(loaded.port()).hasValue(65_535);
    assertThat(loaded.listenOn()).isEqualTo(ListenOn.LOOPBACK);
    assertThat(loaded.look()).isEqualTo(Look.DARK);
    assertThat(loaded.language()).isEqualTo(Language.ZH);
    assertThat(loaded.textPercent()).isEqualTo(175);
  }

  @Test
  void a_file_looks_as_the_comment_says() throws Exception {
    file.save(
        ClearSettings.defaults()
            .withTextPercent(125)
            .withLanguage(Language.EN)
            .withLook(Look.LIGHT)
            .withListenOn(ListenOn.ALL)
            .withPort(5000)
            .withName(PeerName.of("alice")));
    assertThat(path)
        .hasContent(
            """
            {
              "name": "alice",
              "port": 5000,
              "listen": "all",
              "look": "light",
              "language": "en",
              "text_percent": 125
            }
            """);
  }

  @Test
  void members_that_are_not_known_survive() throws Exception {
    Files.writeString(path, "{\"zoom\": 1.50, \"port\": 5000, \"list\": [1, {\"A b\": null}]}");
    file.save(file.load().withPort(5001));
    assertThat(Files.readString(path)).contains("\"zoom\": 1.50", "\"A b\": null", "5001");
  }

  @Test
  void a_value_that_cannot_be_used_is_named_and_kept_until_it_is_set() throws Exception {
    Files.writeString(
        path,
        "{\"name\": \" x\", \"port\": 70000, \"listen\": 1, \"look\": \"pink\","
            + " \"language\": null, \"text_percent\": 251}");
    ClearSettings settings = file.load();
    assertThat(settings.unusable()).containsExactlyInAnyOrder(ClearSettings.Member.values());
    assertThat(settings.name()).isNull();
    assertThat(settings.port()).isEmpty();
    assertThat(settings.look()).isEqualTo(Look.SYSTEM);
    assertThat(settings.textPercent()).isEqualTo(100);
    file.save(settings.withPort(1));
    assertThat(Files.readString(path)).contains("\"pink\"", "\" x\"", "\"port\": 1");
    assertThat(file.load().unusable()).doesNotContain(ClearSettings.Member.PORT).hasSize(5);
  }

  @Test
  void a_port_outside_the_range_is_a_bug_of_the_caller() {
    for (int bad : new int[] {-1, 0, 65_536}) {
      assertThatThrownBy(() -> ClearSettings.defaults().withPort(bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_damaged_file_is_reported_and_never_written_over() throws Exception {
    List<byte[]> damaged =
        List.of(
            new byte[0],
            new byte[2_000_000],
            "[]".getBytes(StandardCharsets.UTF_8),
            "{\"port\": 5000".getBytes(StandardCharsets.UTF_8),
            "{\"port\": 1, \"port\": 2}".getBytes(StandardCharsets.UTF_8),
            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
    for (byte[] content : damaged) {
      Files.write(path, content);
      assertThatThrownBy(file::load).isInstanceOf(SettingsDamagedException.class);
      assertThatThrownBy(() -> file.save(ClearSettings.defaults()))
          .isInstanceOf(SettingsDamagedException.class);
      assertThat(path).hasBinaryContent(content);
    }
  }

  @Test
  void a_damaged_file_set_aside_is_kept_and_makes_room() throws Exception {
    for (int i = 1; i <= 2; i++) {
      Files.writeString(path, "damage " + i);
      Path kept = file.setAside();
      assertThat(kept).hasFileName("settings.json.damaged-" + i).hasContent("damage " + i);
      file.save(ClearSettings.defaults());
      assertThat(file.load()).isEqualTo(ClearSettings.defaults());
    }
  }

  @Test
  void the_file_is_the_owners_alone_even_where_it_was_not() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Files.writeString(path, "{}");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    file.save(ClearSettings.defaults());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_folder_that_is_not_there_is_a_clear_failure() {
    SettingsFile nowhere = new SettingsFile(folder.resolve("no/settings.json"));
    assertThatThrownBy(() -> nowhere.save(ClearSettings.defaults()))
        .isInstanceOf(IOException.class);
  }
}
