package org.parley.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@link HmacSha256} under one key, prepared once: for whoever makes very many tags, since finding
 * the algorithm and preparing the key take longer than a short message. For keys that are in memory
 * as long as this is. For one thread at a time.
 *
 * <p>{@link #close} puts another key in the prepared one's place. That is as far as one gets: what
 * the platform's implementation copied meanwhile is out of reach, as it is for {@link HmacSha256}.
 */
public final class PreparedHmac implements AutoCloseable {
  private final Mac mac;
  private boolean closed;

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
    if (closed) {
      throw new IllegalStateException("key used after it was wiped");
    }
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  /** After this every use throws {@link IllegalStateException}. */
  @Override
  public void close() {
    closed = true;
    try {
      mac.init(new SecretKeySpec(new byte[HmacSha256.SIZE], "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 takes any key", e);
    }
  }

  /** Whether {@code tag} is the one over the parts; constant time in the tag. */
  public boolean verify(byte[] tag, byte[]... parts) {
    return ConstantTime.equal(of(parts), tag);
  }
}
