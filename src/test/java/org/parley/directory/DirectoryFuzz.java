package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.json.JsonArray;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.name.PeerName;
import org.parley.vault.TestVault;
import org.parley.vault.Vault;

/** A directory file that somebody else wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryFuzz {
  @TempDir static Path folder;
  private Vault vault;
  private PeerName alice;

  @BeforeAll
  void open() throws Exception {
    vault = TestVault.create(folder.resolve("vault.json"), "pw".toCharArray());
    alice = PeerName.of("alice");
  }

  @AfterAll
  void close() {
    vault.close();
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
            "[{\"username\":\"bob\",\"password\":\"pw\",\"port\":5000,\"ip\":\"192.0.2.7\"}]",
            "[{\"username\":\"bob\",\"password\":\"\",\"port\":\"5000\",\"ip\":\"::1\"},"
                + "{\"username\":\"bob\",\"password\":\"x\",\"port\":0,\"ip\":\"a.example\"}]",
            "[7, {\"username\":\"alice\",\"Note\":1.50}, null, [[]], {}]",
            "{\"parley_directory\":1,\"key\":\"vault\",\"sealed\":\"AAAA\"}",
            "{\"parley_directory\":1,\"key\":{\"kdf\":\"argon2id\",\"memory_kib\":65536,"
                + "\"iterations\":3,\"lanes\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"},"
                + "\"sealed\":\"AAAA\"}",
            "{\"parley_directory\":2}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10s")
  void what_can_be_read_is_kept_when_it_is_written_and_the_rest_is_named(byte[] data)
      throws Exception {
    Path file = folder.resolve("directory.json");
    Files.write(file, data);
    Directory read;
    try (DirectoryFile source = new DirectoryFile(file, vault)) {
      read = source.load(alice, null);
      assertThat(source.kind()).isEqualTo(DirectoryFile.Kind.PLAIN);
    } catch (DirectoryException e) {
      assertThat(e.getMessage()).isNotEmpty();
      return;
    }
    byte[] written = JsonWriter.indented(read.json());
    Object parsed = JsonReader.document(written, JsonProfile.FILE);
    assertThat(parsed).isEqualTo(JsonReader.document(data, JsonProfile.FILE));
    Directory again = Directory.of((JsonArray) parsed, alice);
    assertThat(again.entries()).hasSameSizeAs(read.entries());
    assertThat(again.contacts()).hasSameSizeAs(read.contacts());
    for (int i = 0; i < read.contacts().size(); i++) {
      same(read.contacts().get(i), again.contacts().get(i));
    }
  }

  private static void same(Contact one, Contact other) {
    assertThat(other.name()).isEqualTo(one.name());
    assertThat(other.endpoint()).isEqualTo(one.endpoint());
    assertThat(Arrays.equals(other.password(), one.password())).isTrue();
    assertThat(one.port()).isBetween(1, 65_535);
    assertThat(one.password()).isNotEmpty();
  }
}
