package org.parley.bench;

import java.util.List;
import org.parley.journal.Entry;

/**
 * Appending rows in synced groups of 1,000: the journal's sealed ones, and as many bytes as they
 * are put into the same table of the same H2 with the same settings by plain JDBC.
 */
final class AppendRow implements Row {
  static final int GROUP = 1000;
  static final int COUNT = 12;

  private final Groups groups = new Groups(COUNT, GROUP);

  @Override
  public String what() {
    return "a sealed row, groups of 1,000 | the same bytes unsealed, same H2";
  }

  @Override
  public int rounds() {
    return 7;
  }

  @Override
  public int pieces() {
    return COUNT * GROUP;
  }

  @Override
  public Lap round() throws Exception {
    double theirs = unsealed();
    return new Lap(sealed(groups), theirs);
  }

  /** The seconds of appending alone, without opening and closing. */
  static double sealed(Groups groups) throws Exception {
    return Scratch.inFresh(
        folder -> {
          try (FreshJournal journal = new FreshJournal(folder)) {
            long begin = System.nanoTime();
            for (List<Entry> group : groups.entries) {
              journal.append(group);
            }
            return Scratch.since(begin);
          }
        });
  }

  private double unsealed() throws Exception {
    return Scratch.inFresh(
        folder -> {
          try (PlainTable table = new PlainTable(folder)) {
            long begin = System.nanoTime();
            for (List<byte[]> group : groups.bytes) {
              table.append(group);
            }
            return Scratch.since(begin);
          }
        });
  }

  @Override
  public void close() {}
}
