package org.parley.journal.export;

import org.parley.vault.Vault;

/** Whose log it is: the key pair that signs checkpoints. Any thread. */
public interface Identity {
  /** The 32-byte Ed25519 public key. */
  byte[] publicKey();

  /** The 64-byte Ed25519 signature over the message. */
  byte[] sign(byte[] message);

  /** The vault's owner, as long as the vault is open. */
  static Identity of(Vault vault) {
    return new Identity() {
      @Override
      public byte[] publicKey() {
        return vault.identityPublic();
      }

      @Override
      public byte[] sign(byte[] message) {
        return vault.signAsIdentity(message);
      }
    };
  }
}
