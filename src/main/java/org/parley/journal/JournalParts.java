package org.parley.journal;

import org.parley.crypto.RandomSource;

/** What a journal is put together from. */
public record JournalParts(
    JournalFiles files,
    JournalKeys keys,
    Anchors anchors,
    JournalClock clock,
    RandomSource random) {

  /** With the computer's clocks and generator. */
  public static JournalParts standard(JournalFiles files, JournalKeys keys, Anchors anchors) {
    return new JournalParts(files, keys, anchors, JournalClock.system(), RandomSource.secure());
  }
}
