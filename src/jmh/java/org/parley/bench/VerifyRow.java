package org.parley.bench;

import org.parley.journal.JournalKeys;
import org.parley.journal.Progress;
import org.parley.journal.verify.Verification;
import org.parley.journal.verify.Verifier;

/**
 * A whole verification against what it cannot do without ({@link BareScan}), on as many threads as
 * there are processors.
 */
final class VerifyRow implements Row {
  private static final int MESSAGES = 10_000;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final BenchProfile profile = new BenchProfile(MESSAGES, ClassicRows.COUNT - 1);
  private final BareScan bare;

  VerifyRow() throws Exception {
    try (BenchProfile.Opened opened = profile.open()) {
      bare = new BareScan(profile.folder(), JournalKeys.databasePassword(opened.vault()));
    }
  }

  @Override
  public String what() {
    return "an entry verified | bare scan, AES, HMAC, SHA-256, " + threads + " threads";
  }

  @Override
  public int rounds() {
    return 7;
  }

  @Override
  public int warmUps() {
    return 3;
  }

  @Override
  public int pieces() {
    return MESSAGES * ClassicRows.COUNT;
  }

  @Override
  public Lap round() throws Exception {
    long begin = System.nanoTime();
    bare.read();
    bare.cryptography(threads);
    double theirs = Scratch.since(begin);
    try (BenchProfile.Opened opened = profile.open()) {
      begin = System.nanoTime();
      Verification result = new Verifier(opened.journal(), row -> true).run(Progress.NONE);
      double ours = Scratch.since(begin);
      if (result == null || !result.ok() || result.entries() != pieces()) {
        throw new IllegalStateException("the journal does not verify");
      }
      return new Lap(ours, theirs);
    }
  }

  @Override
  public void close() {}
}
