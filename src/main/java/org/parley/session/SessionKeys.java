package org.parley.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.parley.crypto.AesCbc;
import org.parley.crypto.CryptoException;
import org.parley.crypto.HmacSha256;
import org.parley.crypto.PreparedHmac;
import org.parley.crypto.SecretBytes;
import org.parley.crypto.Sha256;
import org.parley.name.PeerName;

/**
 * The keys of one connection, and what is done with them. Wiped when closed.
 *
 * <pre>
 * user_secret = HMAC-SHA256(contact_secret, "parley/classic/1" 00 initiator 00 responder)
 * enc_key     = HMAC-SHA256(user_secret, DHSK)     32 bytes
 * iv_material = SHA-256(enc_key)                   the IV is its first 16 bytes
 * hmac_key    = SHA-256(iv_material)               32 bytes
 * chap_secret = SHA-256(hmac_key)                  32 bytes
 * </pre>
 */
final class SessionKeys implements AutoCloseable {
  /** Bytes of a challenge, and of the answer to one. */
  static final int CHALLENGE_SIZE = 32;

  static final byte[] ZERO = {0};

  /** Whose answer to a challenge: without it, one side's could be sent back as the other's. */
  enum Role {
    INITIATOR,
    RESPONDER;

    private byte[] label() {
      return name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }
  }

  private final SecretBytes encKey;
  private final byte[] iv;
  private final PreparedHmac hmac;
  private final SecretBytes chapSecret;

  private SessionKeys(SecretBytes encKey, byte[] iv, PreparedHmac hmac, SecretBytes chapSecret) {
    this.encKey = encKey;
    this.iv = iv;
    this.hmac = hmac;
    this.chapSecret = chapSecret;
  }

  /**
   * Derives them.
   *
   * @param contactSecret 32 bytes
   * @param dhsk g^(xy) mod p as 256 bytes; fresh for each connection, so that the keys are, too
   */
  static SessionKeys derive(
      SecretBytes contactSecret, PeerName initiator, PeerName responder, SecretBytes dhsk) {
    // The names in their roles: a handshake mirrored back at its sender gets other keys.
    byte[] roles = concat(ContactSecret.label(), initiator.utf8(), ZERO, responder.utf8());
    try (SecretBytes userSecret = SecretBytes.taking(HmacSha256.of(contactSecret, roles))) {
      // The password and the exchange both go in: without either nobody gets the key.
      SecretBytes encKey = SecretBytes.taking(HmacSha256.of(userSecret, dhsk.expose()));
      // Each next key is a hash of the last: from a later one an earlier cannot be told.
      byte[] ivMaterial = Sha256.of(encKey.expose());
      try (SecretBytes hmacKey = SecretBytes.taking(Sha256.of(ivMaterial))) {
        SecretBytes chapSecret = SecretBytes.taking(Sha256.of(hmacKey.expose()));
        byte[] iv = Arrays.copyOf(ivMaterial, AesCbc.BLOCK);
        // hmac_key is its hash, so the whole of it is as secret as that key.
        Arrays.fill(ivMaterial, (byte) 0);
        return new SessionKeys(encKey, iv, new PreparedHmac(hmacKey), chapSecret);
      }
    }
  }

  private static byte[] concat(byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    byte[] whole = Arrays.copyOf(parts[0], size);
    int at = parts[0].length;
    for (int i = 1; i < parts.length; i++) {
      System.arraycopy(parts[i], 0, whole, at, parts[i].length);
      at += parts[i].length;
    }
    return whole;
  }

  /** The tag over the parts. */
  byte[] mac(byte[]... parts) {
    return hmac.of(parts);
  }

  /** Whether the tag is right; constant time. */
  boolean macOk(byte[] tag, byte[]... parts) {
    return hmac.verify(tag, parts);
  }

  /** The ciphertext of a body. */
  byte[] encrypt(byte[] body) {
    return AesCbc.encrypt(encKey, iv, body);
  }

  /** The body; only for a ciphertext whose tag was verified, else the padding is an oracle. */
  byte[] decrypt(byte[] ciphertext) throws CryptoException {
    return AesCbc.decrypt(encKey, iv, ciphertext);
  }

  /** The answer that {@code role} gives to a challenge. */
  byte[] response(Role role, byte[] challenge) {
    return HmacSha256.of(chapSecret, role.label(), challenge);
  }

  @Override
  public void close() {
    encKey.close();
    hmac.close();
    chapSecret.close();
    Arrays.fill(iv, (byte) 0);
  }
}
