package org.parley.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@link HmacSha256} under one key, prepared once: for whoever makes very many tags, since finding
 * the algorithm and preparing the key take longer than a short message. The prepared key cannot be
 * wiped, so it is for keys that are in memory as long as this is. For one thread at a time.
 */
public final class PreparedHmac {
  private final Mac mac;

  /** Copies the key. */
  public PreparedHmac(SecretBytes key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.expose(), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** The 32-byte tag over the parts, one after the other. */
  public byte[] of(byte[]... parts) {
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  /** Whether {@code tag} is the one over the parts; constant time in the tag. */
  public boolean verify(byte[] tag, byte[]... parts) {
    return ConstantTime.equal(of(parts), tag);
  }
}
