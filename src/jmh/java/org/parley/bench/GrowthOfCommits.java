package org.parley.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.parley.journal.Entry;

/**
 * What single synced commits of one row leave in the file, which is appended to until it is
 * compacted, and what the orderly end makes of it.
 */
final class GrowthOfCommits {
  private static final int COMMITS = Integer.getInteger("parley.bench.commits", 3_800);

  private GrowthOfCommits() {}

  static void run() throws Exception {
    Path folder = Scratch.fresh();
    try {
      Path file = folder.resolve("journal.mv.db");
      Groups single = new Groups(COMMITS, 1);
      long data = single.bytes.stream().mapToLong(g -> g.get(0).length + 64L + 8L).sum();
      long open = 0;
      try (FreshJournal journal = new FreshJournal(folder)) {
        for (List<Entry> group : single.entries) {
          journal.append(group);
          open = Math.max(open, Files.exists(file) ? Files.size(file) : 0);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%,d single synced commits: %.1f MB of rows, file at most %.1f MB (%.1f times), after the"
              + " orderly end %.1f MB (%.2f times)%n",
          COMMITS,
          data / 1e6,
          open / 1e6,
          (double) open / data,
          Files.size(file) / 1e6,
          (double) Files.size(file) / data);
    } finally {
      Scratch.delete(folder);
    }
  }
}
