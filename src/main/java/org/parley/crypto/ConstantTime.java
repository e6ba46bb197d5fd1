package org.parley.crypto;

import java.security.MessageDigest;

/** Comparison that takes the same time wherever two byte strings differ. */
public final class ConstantTime {
  private ConstantTime() {}

  /** Whether both are equal; only a difference in length shows in the time. */
  public static boolean equal(byte[] a, byte[] b) {
    return MessageDigest.isEqual(a, b);
  }
}
