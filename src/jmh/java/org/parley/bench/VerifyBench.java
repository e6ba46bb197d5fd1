package org.parley.bench;

import java.util.Arrays;
import java.util.Locale;
import org.parley.journal.JournalKeys;
import org.parley.journal.Progress;
import org.parley.journal.verify.Verification;
import org.parley.journal.verify.Verifier;

/**
 * A whole verification against what it cannot do without ({@link BareScan}), in turn, with as many
 * threads as there are processors.
 *
 * <p>Arguments: messages (20,000), rounds (5).
 */
public final class VerifyBench {
  private VerifyBench() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int messages = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    int threads = Runtime.getRuntime().availableProcessors();
    BenchProfile profile = new BenchProfile(messages, ClassicRows.COUNT - 1);
    BareScan bare;
    try (BenchProfile.Opened opened = profile.open()) {
      bare = new BareScan(profile.folder(), JournalKeys.databasePassword(opened.vault()));
    }
    double[] ratios = new double[rounds];
    for (int round = -1; round < rounds; round++) { // the first warms up
      long begin = System.nanoTime();
      long bytes = bare.read();
      double read = since(begin);
      begin = System.nanoTime();
      bare.cryptography(threads);
      double cryptography = since(begin);
      double verify;
      long rows;
      try (BenchProfile.Opened opened = profile.open()) {
        begin = System.nanoTime();
        Verification result = new Verifier(opened.journal(), row -> true).run(Progress.NONE);
        verify = since(begin);
        if (result == null || !result.ok()) {
          throw new IllegalStateException("the journal does not verify");
        }
        rows = result.entries();
      }
      double ratio = (read + cryptography) / verify;
      System.out.printf(
          Locale.ROOT,
          "%,d rows, %,d MB: read %.2f s, cryptography %.2f s, verified %.2f s, ratio %.2f%n",
          rows,
          bytes >> 20,
          read,
          cryptography,
          verify,
          ratio);
      if (round >= 0) {
        ratios[round] = ratio;
      }
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT, "median ratio %.2f on %d threads%n", ratios[rounds / 2], threads);
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
