package org.parley.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104, FIPS 198-1). */
public final class HmacSha256 {
  /** Bytes of a tag. */
  public static final int SIZE = 32;

  private HmacSha256() {}

  /** The 32-byte tag over the parts, one after the other. The key has any length but zero. */
  public static byte[] of(SecretBytes key, byte[]... parts) {
    return of(key.expose(), parts);
  }

  static byte[] of(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Whether {@code tag} is the one over the parts; constant time in the tag. */
  public static boolean verify(SecretBytes key, byte[] tag, byte[]... parts) {
    return ConstantTime.equal(of(key, parts), tag);
  }
}
