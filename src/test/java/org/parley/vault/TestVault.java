package org.parley.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;

/** Vaults whose derivation costs next to nothing, for tests that are about something else. */
public final class TestVault {
  static final KdfPolicy CHEAP = new KdfPolicy(64, 1, 8, 1_048_576, 1, 10);

  private TestVault() {}

  /** As {@link Vault#create}. */
  public static Vault create(Path vaultJson, char[] password) throws VaultException, IOException {
    return Vault.create(vaultJson, password, CHEAP, RandomSource.secure());
  }

  /** As {@link Vault#open}; opens what {@link #create} made, which the real one refuses. */
  public static Vault open(Path vaultJson, char[] password) throws VaultException, IOException {
    return Vault.open(vaultJson, password, CHEAP, RandomSource.secure());
  }

  /** As {@link PasswordKdf#fresh}, but cheap; {@link PasswordKdf#read} refuses it. */
  public static PasswordKdf cheapKdf() {
    return PasswordKdf.fresh(CHEAP, RandomSource.secure());
  }

  /** As {@link PasswordKdf#read}, and takes cheap ones. */
  public static PasswordKdf readKdf(org.parley.json.JsonObject json)
      throws org.parley.json.JsonException {
    return PasswordKdf.read(json, CHEAP);
  }

  /** Every key of a real vault by its name, to be looked for where none should be. */
  public static Map<String, byte[]> keys(Path vaultJson, char[] password)
      throws VaultException, IOException {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    VaultFile file = VaultFile.read(vaultJson, KdfPolicy.STANDARD);
    try (SecretBytes master = file.unwrap(password)) {
      keys.put("master", master.expose().clone());
      for (Purpose purpose : Purpose.values()) {
        put(keys, master, purpose.label(), Purpose.SIZE);
      }
      for (SealPurpose purpose : SealPurpose.values()) {
        put(keys, master, purpose.label(), 32);
      }
      put(keys, master, "identity", 32);
    }
    return keys;
  }

  private static void put(Map<String, byte[]> keys, SecretBytes master, String label, int size) {
    try (SecretBytes key = KeyTree.derive(master, label, size)) {
      keys.put(label, key.expose().clone());
    }
  }
}
