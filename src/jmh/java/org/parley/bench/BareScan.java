package org.parley.bench;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.parley.store.PlainDatabase;

/**
 * What a verification cannot do without, and nothing else: every row read through plain JDBC, and
 * of as many bytes one AES-CBC decryption, one HMAC-SHA256 and one SHA-256.
 */
final class BareScan {
  private static final int PAGE = 1000;

  private final Path file;
  private final char[] password;
  private final List<Integer> lengths = new ArrayList<>();

  BareScan(Path folder, char[] password) {
    this.file = folder.resolve("journal.mv.db");
    this.password = password.clone();
  }

  /** Reads every row; how many bytes their columns have. */
  long read() throws Exception {
    long bytes = 0;
    long next = 0;
    lengths.clear();
    try (Connection connection = PlainDatabase.open(file, password);
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT seq, sealed, tag, leaf FROM ENTRY WHERE seq >= ? ORDER BY seq LIMIT "
                    + PAGE)) {
      for (int got = PAGE; got == PAGE; ) {
        query.setLong(1, next);
        got = 0;
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            next = rows.getLong(1) + 1;
            int sealed = rows.getBytes(2).length;
            lengths.add(sealed);
            bytes += sealed + rows.getBytes(3).length + rows.getBytes(4).length;
            got++;
          }
        }
      }
    }
    return bytes;
  }

  /** The cryptography of the rows that were read, on that many threads. */
  void cryptography(int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> parts = new ArrayList<>();
    int each = (lengths.size() + threads - 1) / threads;
    for (int from = 0; from < lengths.size(); from += each) {
      List<Integer> part = lengths.subList(from, Math.min(lengths.size(), from + each));
      parts.add(pool.submit(() -> work(part)));
    }
    for (Future<Integer> part : parts) {
      part.get();
    }
    pool.shutdown();
  }

  private static int work(List<Integer> lengths) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    IvParameterSpec iv = new IvParameterSpec(new byte[16]);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] bytes = new byte[1 << 20];
    int sum = 0;
    for (int length : lengths) {
      cipher.init(Cipher.DECRYPT_MODE, key, iv);
      byte[] record = cipher.doFinal(bytes, 0, length / 16 * 16);
      mac.update(bytes, 0, length);
      sum += Arrays.hashCode(mac.doFinal()) + Arrays.hashCode(digest.digest(record));
    }
    return sum;
  }
}
