package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.journal.Anchors;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalKeys;
import org.parley.journal.JournalParts;
import org.parley.store.H2Files;
import org.parley.vault.Vault;

/**
 * Appending rows in synced groups: the journal's sealed ones, and as many bytes as they are put
 * into the same table of the same H2 with the same settings by plain JDBC; in turn.
 *
 * <p>Arguments: groups (30), rows in a group (1,000), rounds (5).
 */
public final class AppendBench {
  private static final char[] PASSWORD = "bench".toCharArray();

  private final List<List<Entry>> groups = new ArrayList<>();
  private final List<List<byte[]>> bytes = new ArrayList<>();

  private AppendBench(int groupCount, int rows) {
    Corpus corpus = new Corpus(Corpus.SEED, groupCount * rows);
    List<Entry> waiting = new ArrayList<>();
    for (int number = 0; groups.size() < groupCount; number++) {
      ClassicRows.add(corpus.next(), number, waiting);
      if (waiting.size() >= rows) {
        List<Entry> group = List.copyOf(waiting.subList(0, rows));
        groups.add(group);
        // What a sealed row has: IV, record, padding.
        bytes.add(group.stream().map(e -> Arrays.copyOf(e.record(), sealed(e))).toList());
        waiting.subList(0, rows).clear();
      }
    }
  }

  private static int sealed(Entry entry) {
    return 16 + (entry.record().length / 16 + 1) * 16;
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int groups = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    int rows = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    new AppendBench(groups, rows).run(rounds);
  }

  private void run(int rounds) throws Exception {
    double[] ratios = new double[rounds];
    for (int round = -1; round < rounds; round++) { // the first warms up
      double plain = inFolder(this::plain);
      double sealed = inFolder(this::sealed);
      double ratio = plain / sealed;
      System.out.printf(
          Locale.ROOT, "unsealed %.2f s, sealed %.2f s, ratio %.2f%n", plain, sealed, ratio);
      if (round >= 0) {
        ratios[round] = ratio;
      }
    }
    Arrays.sort(ratios);
    System.out.printf(Locale.ROOT, "median ratio %.2f%n", ratios[rounds / 2]);
  }

  /** Appends all groups in that folder; the seconds without opening and closing. */
  private interface Appending {
    double run(Path folder) throws Exception;
  }

  private static double inFolder(Appending appending) throws Exception {
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      return appending.run(folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private double sealed(Path folder) throws Exception {
    try (Vault vault = Vault.create(folder.resolve("vault.json"), PASSWORD.clone());
        H2Files files = new H2Files(folder, JournalKeys.databasePassword(vault));
        Journal journal =
            Journal.create(
                JournalParts.standard(
                    files, JournalKeys.of(vault), new Anchors(folder, folder.resolve("state"))))) {
      long begin = System.nanoTime();
      for (List<Entry> group : groups) {
        journal.commit(Batch.of(Durability.SYNC, group)).get();
      }
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  private double plain(Path folder) throws Exception {
    String url =
        "jdbc:h2:file:"
            + folder.resolve("plain").toAbsolutePath()
            + ";CIPHER=AES;ANALYZE_AUTO=0;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";
    try (Connection connection = DriverManager.getConnection(url, "parley", "bench bench");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE ENTRY(seq BIGINT NOT NULL, sealed VARBINARY NOT NULL,"
              + " tag BINARY(32) NOT NULL, leaf BINARY(32) NOT NULL, PRIMARY KEY (seq))");
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      long seq = 0;
      for (List<byte[]> group : bytes) {
        try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO ENTRY(seq, sealed, tag, leaf) VALUES (?, ?, ?, ?)")) {
          for (byte[] record : group) {
            insert.setLong(1, seq++);
            insert.setBytes(2, record);
            insert.setBytes(3, Arrays.copyOf(record, 32));
            insert.setBytes(4, Arrays.copyOf(record, 32));
            insert.addBatch();
          }
          insert.executeBatch();
        }
        connection.commit();
        statement.execute("CHECKPOINT SYNC");
      }
      return (System.nanoTime() - begin) / 1e9;
    }
  }
}
