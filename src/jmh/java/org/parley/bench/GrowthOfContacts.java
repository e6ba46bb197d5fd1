package org.parley.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryFile;
import org.parley.name.PeerName;
import org.parley.vault.TestVault;
import org.parley.vault.Vault;

/** From 100 contacts to 1,000: the directory file read, and one contact looked up. */
final class GrowthOfContacts {
  private static final int RUNS = 20;

  private GrowthOfContacts() {}

  static void run() throws Exception {
    Path folder = Scratch.fresh();
    try (Vault vault = TestVault.create(folder.resolve("vault.json"), "bench".toCharArray())) {
      Path few = file(folder, 100);
      Path many = file(folder, 1_000);
      Growth.print("directory read (100; 1,000 contacts)", read(few, vault), read(many, vault));
      Growth.print(
          "contact found (100; 1,000 contacts)", find(few, 100, vault), find(many, 1_000, vault));
    } finally {
      Scratch.delete(folder);
    }
  }

  private static Path file(Path folder, int contacts) throws Exception {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < contacts; i++) {
      json.append(i == 0 ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"username\":\"peer-%d\",\"password\":\"secret-%d\",\"port\":5000,"
                      + "\"ip\":\"192.0.2.%d\"}",
                  i,
                  i,
                  i % 250 + 1));
    }
    return Files.writeString(folder.resolve("directory-" + contacts + ".json"), json.append(']'));
  }

  private static double read(Path file, Vault vault) throws Exception {
    return Growth.median(
        RUNS,
        () -> {
          try (DirectoryFile from = new DirectoryFile(file, vault)) {
            from.load(PeerName.of("alice"), null).close();
          }
        });
  }

  private static double find(Path file, int contacts, Vault vault) throws Exception {
    PeerName wanted = PeerName.of("peer-" + (contacts - 1)); // the last: what takes longest
    try (DirectoryFile from = new DirectoryFile(file, vault);
        Directory directory = from.load(PeerName.of("alice"), null)) {
      return Growth.median(
              RUNS,
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  if (directory.find(wanted) == null) {
                    throw new IllegalStateException("not there");
                  }
                }
              })
          / 1_000;
    }
  }
}
