package org.parley.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * XTS-AES-128 (IEEE 1619-2018) over data units of 4,096 bytes, numbered from 0, with one key for
 * both of its uses: how H2 enciphers a database's file. It hides, and does not protect from being
 * changed. Any thread.
 */
public final class AesXts {
  /** Bytes of a data unit. */
  public static final int UNIT = 4096;

  /** Bytes of the key. */
  public static final int KEY_SIZE = 16;

  private static final int BLOCK = 16;

  // x^128 + x^7 + x^2 + x + 1, as what is added for a bit that is shifted out.
  private static final long FEEDBACK = 0x87;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What one thread at a time can use. */
  private record Tools(Cipher encrypt, Cipher decrypt) {}

  private final SecretKeySpec key;
  // As many as threads ever worked at once.
  private final ConcurrentLinkedQueue<Tools> idle = new ConcurrentLinkedQueue<>();

  /** Copies the key. */
  public AesXts(byte[] key) {
    if (key.length != KEY_SIZE) {
      throw new IllegalArgumentException("XTS-AES-128 as H2 has it takes a 16-byte key");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  private Tools take() throws GeneralSecurityException {
    Tools tools = idle.poll();
    if (tools == null) {
      // One block after the other: the tweaks, which make XTS of it, are added below.
      tools =
          new Tools(
              Cipher.getInstance("AES/ECB/NoPadding"), Cipher.getInstance("AES/ECB/NoPadding"));
      tools.encrypt().init(Cipher.ENCRYPT_MODE, key);
      tools.decrypt().init(Cipher.DECRYPT_MODE, key);
    }
    return tools;
  }

  /**
   * Deciphers whole data units in place.
   *
   * @param first the number of the first of them
   */
  public void decrypt(long first, byte[] units) {
    inPlace(first, units, false);
  }

  /**
   * Enciphers whole data units in place.
   *
   * @param first the number of the first of them
   */
  public void encrypt(long first, byte[] units) {
    inPlace(first, units, true);
  }

  private void inPlace(long first, byte[] units, boolean encrypt) {
    if (units.length % UNIT != 0) {
      throw new IllegalArgumentException("not a whole number of data units");
    }
    try {
      Tools tools = take();
      long[] tweaks = tweaks(tools, first, units.length / UNIT);
      add(tweaks, units);
      byte[] done = (encrypt ? tools.encrypt() : tools.decrypt()).doFinal(units);
      System.arraycopy(done, 0, units, 0, done.length);
      add(tweaks, units);
      idle.add(tools);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/ECB", e);
    }
  }

  // Of each unit its number, enciphered; of each block in it that, times x for each before it.
  private static long[] tweaks(Tools tools, long first, int units) throws GeneralSecurityException {
    byte[] numbers = new byte[units * BLOCK];
    for (int unit = 0; unit < units; unit++) {
      LONG.set(numbers, unit * BLOCK, first + unit);
    }
    byte[] starts = tools.encrypt().doFinal(numbers);
    long[] tweaks = new long[units * UNIT / Long.BYTES];
    int at = 0;
    for (int unit = 0; unit < units; unit++) {
      long low = (long) LONG.get(starts, unit * BLOCK);
      long high = (long) LONG.get(starts, unit * BLOCK + Long.BYTES);
      for (int block = 0; block < UNIT / BLOCK; block++) {
        tweaks[at++] = low;
        tweaks[at++] = high;
        long out = high >>> 63;
        high = high << 1 | low >>> 63;
        low = low << 1 ^ out * FEEDBACK;
      }
    }
    return tweaks;
  }

  private static void add(long[] tweaks, byte[] units) {
    for (int i = 0; i < tweaks.length; i++) {
      int at = i * Long.BYTES;
      LONG.set(units, at, (long) LONG.get(units, at) ^ tweaks[i]);
    }
  }
}
