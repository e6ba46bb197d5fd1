package org.parley.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/** Ed25519 signatures, the pure variant (RFC 8032 section 5.1). */
public final class Ed25519 {
  /** Bytes of a seed (the private key of RFC 8032). */
  public static final int SEED_SIZE = 32;

  /** Bytes of a public key. */
  public static final int PUBLIC_SIZE = 32;

  /** Bytes of a signature. */
  public static final int SIGNATURE_SIZE = 64;

  private Ed25519() {}

  /** The 32-byte public key of a seed. */
  public static byte[] publicKey(SecretBytes seed) {
    byte[] out = new byte[PUBLIC_SIZE];
    org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed.expose(), 0, out, 0);
    return out;
  }

  /** The 64-byte signature over the message; the same for the same input. */
  public static byte[] sign(SecretBytes seed, byte[] message) {
    byte[] out = new byte[SIGNATURE_SIZE];
    org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
        seed.expose(), 0, message, 0, message.length, out, 0);
    return out;
  }

  /** Whether the signature is right; false, too, for a key or signature of a wrong shape. */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != PUBLIC_SIZE || signature.length != SIGNATURE_SIZE) {
      return false;
    }
    PublicPoint point =
        org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFullExport(publicKey, 0);
    return point != null
        && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
            signature, 0, point, message, 0, message.length);
  }
}
