package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.vault.Vault;

/** Sealed directory files that another implementation made. */
class DirectoryVectorsTest {
  @TempDir Path folder;

  private static JsonObject resource(String name) throws Exception {
    try (InputStream in = DirectoryVectorsTest.class.getResourceAsStream("/vectors/" + name)) {
      return JsonReader.object(in.readAllBytes(), JsonProfile.FILE);
    }
  }

  @TestFactory
  List<DynamicTest> each_case_has_the_expected_outcome() throws Exception {
    JsonObject vectors = resource("directory.json");
    List<DynamicTest> tests = new ArrayList<>();
    for (Object one : vectors.array("cases")) {
      JsonObject vector = (JsonObject) one;
      tests.add(DynamicTest.dynamicTest(vector.string("comment"), () -> check(vectors, vector)));
    }
    return tests;
  }

  private void check(JsonObject vectors, JsonObject vector) throws Exception {
    JsonObject vaultVector = (JsonObject) resource("vault.json").array("cases").values().get(0);
    Path vaultJson = folder.resolve("vault.json");
    Files.write(vaultJson, JsonWriter.indented(vaultVector.object("file")));
    Path path = folder.resolve("directory.json");
    Files.write(path, JsonWriter.indented(vector.object("file")));
    String passphrase = vector.stringOrNull("passphrase");
    char[] typed = passphrase == null ? null : passphrase.toCharArray();
    try (Vault vault = Vault.open(vaultJson, vaultVector.string("password").toCharArray());
        DirectoryFile file = new DirectoryFile(path, vault)) {
      switch (vector.string("outcome")) {
        case "opens" -> assertThat(file.load(null, typed).json()).isEqualTo(vectors.array("list"));
        case "wrong key" -> refused(file, typed, WrongSealException.class);
        case "passphrase needed" -> refused(file, typed, PassphraseNeededException.class);
        case "newer" -> refused(file, typed, DirectoryNewerException.class);
        case "damaged" -> refused(file, typed, DirectoryDamagedException.class);
        default -> throw new AssertionError(vector.string("outcome"));
      }
    }
  }

  private static void refused(
      DirectoryFile file, char[] typed, Class<? extends DirectoryException> as) {
    assertThatThrownBy(() -> file.load(null, typed)).isExactlyInstanceOf(as);
  }
}
