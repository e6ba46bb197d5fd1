package org.parley.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.crypto.RandomSource;

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
}
