package org.parley.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.parley.waits.Waiting;

/**
 * Argon2id, version 0x13 (RFC 9106): makes each guess at a password cost memory and time.
 *
 * <p>A derivation takes a tenth of a second and more: never on the event thread, never while a peer
 * waits.
 */
public final class Argon2id {
  private Argon2id() {}

  /**
   * Derives {@code length} bytes.
   *
   * @param password as {@link PasswordBytes} gives it; not wiped here
   * @param salt 16 bytes by custom, 8 at least
   * @param memoryKib memory in KiB; allocated as asked, so the caller bounds it first
   */
  public static SecretBytes derive(
      SecretBytes password, byte[] salt, int memoryKib, int iterations, int lanes, int length) {
    Waiting.begins();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(lanes)
            .build());
    byte[] out = new byte[length];
    generator.generateBytes(password.expose(), out);
    return SecretBytes.taking(out);
  }
}
