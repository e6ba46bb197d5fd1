package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.crypto.SecretBytes;
import org.parley.name.PeerName;
import org.parley.session.ContactSecret;
import org.parley.vault.TestVault;

/**
 * What of its secrets a process still holds once its profiles are closed, as they are by a lock.
 */
class SecretsIT {
  private static final String STARTUP = "Zq7-startup-password-of-both-xV";
  private static final String SHARED = "Wk4-password-that-both-share-pJ";
  private static final String TEXT = "Hg2 the text of a message that was said Lm";
  private static final String DRAFT = "Yd9 a text that was typed and never sent Qb";

  @TempDir private Path home;

  private Opening opening(String name) throws Exception {
    return new Opening(
        DataFolder.at(home.resolve(name)),
        null,
        PeerName.of(name),
        Someone.freePort(),
        home,
        home.resolve("state"),
        Distrust.REFUSE);
  }

  private int make(String name) throws Exception {
    Opening opening = opening(name);
    Assembly.create(opening, STARTUP.toCharArray(), step -> {}).close();
    return opening.port();
  }

  private void knows(String name, String other, int port) throws IOException {
    Files.writeString(
        home.resolve(name).resolve("directory.json"),
        String.format(
            "[{\"username\":\"%s\",\"password\":\"%s\",\"port\":%d,\"ip\":\"127.0.0.1\"}]",
            other, SHARED, port));
  }

  /** What must not be left, by name. */
  private Map<String, byte[]> secrets() throws Exception {
    Map<String, byte[]> secrets = new LinkedHashMap<>();
    Map<String, String> texts =
        Map.of(
            "startup password", STARTUP, "shared password", SHARED, "text", TEXT, "draft", DRAFT);
    texts.forEach(
        (name, text) -> {
          secrets.put(name, text.getBytes(StandardCharsets.US_ASCII));
          secrets.put(name + " as char[]", text.getBytes(StandardCharsets.UTF_16BE));
        });
    try (SecretBytes secret =
        ContactSecret.derive(SHARED.toCharArray(), PeerName.of("alice"), PeerName.of("bob"))) {
      secrets.put("contact's secret", secret.expose().clone());
    }
    for (String name : List.of("alice", "bob")) {
      Path vault = home.resolve(name).resolve("vault.json");
      TestVault.keys(vault, STARTUP.toCharArray())
          .forEach((key, bytes) -> put(secrets, name + "'s " + key, bytes));
    }
    return secrets;
  }

  private static void put(Map<String, byte[]> secrets, String name, byte[] key) {
    secrets.put(name, key);
    if (name.endsWith("database")) {
      String hex = HexFormat.of().formatHex(key);
      for (Charset charset : List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16BE)) {
        secrets.put(name + " as hex, " + charset, hex.getBytes(charset));
      }
    }
  }

  private static Set<String> found(Path dump, Map<String, byte[]> secrets) throws IOException {
    byte[] heap = Files.readAllBytes(dump);
    Set<String> found = new TreeSet<>();
    secrets.forEach(
        (name, secret) -> {
          if (contains(heap, secret)) {
            found.add(name);
          }
        });
    return found;
  }

  private static boolean contains(byte[] heap, byte[] secret) {
    byte last = secret[secret.length - 1];
    byte first = secret[0];
    for (int at = 0; at + secret.length <= heap.length; at++) {
      if (heap[at] == first
          && heap[at + secret.length - 1] == last
          && java.util.Arrays.equals(heap, at, at + secret.length, secret, 0, secret.length)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void nothing_secret_can_be_reached_once_the_profiles_are_closed() throws Exception {
    int alice = make("alice");
    int bob = make("bob");
    knows("alice", "bob", bob);
    knows("bob", "alice", alice);
    Files.writeString(home.resolve("pw"), STARTUP);
    Files.writeString(home.resolve("say"), TEXT);
    Files.writeString(home.resolve("draft"), DRAFT);
    try (Run run = Run.test(home, SecretiveProcess.class, home.toString())) {
      assertThat(run.exitCode()).as(run.errors()).isZero();
    }
    Map<String, byte[]> secrets = secrets();
    Set<String> open = found(home.resolve("open.hprof"), secrets);
    assertThat(open)
        .as("what is in use is found while it is: the search works")
        .contains(
            "shared password as char[]", "contact's secret", "alice's master", "bob's master");
    Set<String> left = found(home.resolve("after.hprof"), secrets);
    System.out.println("held while open: " + open);
    System.out.println("left once closed: " + left);
    assertThat(left).isEmpty();
    // What only the collector removes: texts are strings, and H2 copies its password.
    Set<String> garbage = found(home.resolve("garbage.hprof"), secrets);
    System.out.println("not collected yet: " + garbage);
    assertThat(garbage)
        .as("wiped, not only let go")
        .doesNotContain(
            "startup password", "startup password as char[]", "alice's master", "bob's master");
  }
}
