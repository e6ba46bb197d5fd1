package org.parley.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.Ed25519;
import org.parley.crypto.SecretBytes;
import org.parley.json.Base64Text;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/** The vault against values that another implementation computed. */
class VaultVectorsTest {
  @TempDir Path folder;

  private static JsonObject vectors() throws Exception {
    try (InputStream in = VaultVectorsTest.class.getResourceAsStream("/vectors/vault.json")) {
      return JsonReader.object(in.readAllBytes(), JsonProfile.FILE);
    }
  }

  private static List<JsonObject> objects(String name) throws Exception {
    List<JsonObject> objects = new ArrayList<>();
    vectors().array(name).forEach(v -> objects.add((JsonObject) v));
    return objects;
  }

  private Vault open(JsonObject vector) throws Exception {
    Path file = folder.resolve("vault.json");
    Files.write(file, JsonWriter.indented(vector.object("file")));
    return Vault.open(file, vector.string("password").toCharArray());
  }

  private Vault opened() throws Exception {
    return open(objects("cases").get(0));
  }

  @TestFactory
  List<DynamicTest> each_case_has_the_expected_outcome() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonObject vector : objects("cases")) {
      tests.add(DynamicTest.dynamicTest(vector.string("comment"), () -> check(vector)));
    }
    return tests;
  }

  private void check(JsonObject vector) throws Exception {
    switch (vector.string("outcome")) {
      case "opens" -> {
        try (Vault vault = open(vector)) {
          assertThat(vault.journalId().toString()).isEqualTo(vectors().string("journal"));
        }
      }
      case "wrong password" ->
          assertThatThrownBy(() -> open(vector)).isExactlyInstanceOf(WrongPasswordException.class);
      case "damaged" ->
          assertThatThrownBy(() -> open(vector)).isExactlyInstanceOf(VaultDamagedException.class);
      case "newer" ->
          assertThatThrownBy(() -> open(vector)).isExactlyInstanceOf(VaultNewerException.class);
      default -> throw new AssertionError(vector.string("outcome"));
    }
  }

  @Test
  void every_key_is_the_one_of_its_purpose() throws Exception {
    JsonObject keys = vectors().object("keys");
    try (Vault vault = opened()) {
      for (Purpose purpose : Purpose.values()) {
        try (SecretBytes key = vault.key(purpose)) {
          assertThat(HexFormat.of().formatHex(key.expose()))
              .as(purpose.label())
              .isEqualTo(keys.string(purpose.label()));
        }
      }
    }
    assertThat(keys.names()).hasSize(Purpose.values().length);
  }

  @Test
  void the_identity_is_the_one_of_the_master_key() throws Exception {
    JsonObject identity = vectors().object("identity");
    byte[] message = identity.string("message").getBytes("UTF-8");
    try (Vault vault = opened()) {
      assertThat(HexFormat.of().formatHex(vault.identityPublic()))
          .isEqualTo(identity.string("public"));
      byte[] signature = vault.signAsIdentity(message);
      assertThat(HexFormat.of().formatHex(signature)).isEqualTo(identity.string("signature"));
      assertThat(Ed25519.verify(vault.identityPublic(), message, signature)).isTrue();
    }
  }

  @Test
  void seals_of_the_other_implementation_open_and_are_reproduced() throws Exception {
    byte[] master = HexFormat.of().parseHex(vectors().string("master_key"));
    try (Vault vault = opened()) {
      for (JsonObject vector : objects("seals")) {
        SealPurpose purpose = purpose(vector.string("purpose"));
        byte[] plain = Base64Text.decode(vector.string("plain"));
        byte[] sealed = Base64Text.decode(vector.string("sealed"));
        try (Seal seal = vault.seal(purpose)) {
          assertThat(seal.open(vector.string("name"), sealed)).isEqualTo(plain);
        }
        byte[] iv = HexFormat.of().parseHex(vector.string("iv"));
        try (Seal seal = Seal.derived(purpose, SecretBytes.copyOf(master), n -> iv)) {
          assertThat(seal.seal(vector.string("name"), plain)).isEqualTo(sealed);
        }
      }
    }
    assertThat(objects("seals")).hasSize(SealPurpose.values().length);
  }

  private static SealPurpose purpose(String label) {
    for (SealPurpose purpose : SealPurpose.values()) {
      if (purpose.label().equals(label)) {
        return purpose;
      }
    }
    throw new AssertionError(label);
  }
}
