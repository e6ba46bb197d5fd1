package org.parley.directory;

import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.vault.PasswordKdf;

/** Where parameters of a passphrase's derivation come from; tests have cheaper ones. */
interface KdfSource {
  /** The program's: costly, and read only within the bounds. */
  KdfSource STANDARD =
      new KdfSource() {
        @Override
        public PasswordKdf fresh() {
          return PasswordKdf.fresh();
        }

        @Override
        public PasswordKdf read(JsonObject json) throws JsonException {
          return PasswordKdf.read(json);
        }
      };

  PasswordKdf fresh();

  PasswordKdf read(JsonObject json) throws JsonException;
}
