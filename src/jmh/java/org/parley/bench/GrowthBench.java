package org.parley.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.parley.journal.Journal;
import org.parley.journal.Progress;
import org.parley.journal.export.Basis;
import org.parley.journal.export.ExportFormat;
import org.parley.journal.export.ExportPlan;
import org.parley.journal.export.ExportProgress;
import org.parley.journal.export.Exporter;
import org.parley.journal.export.Identity;
import org.parley.journal.export.Selection;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.search.SearchQuery;
import org.parley.journal.verify.Verification;
import org.parley.journal.verify.Verifier;
import org.parley.name.PeerName;
import org.parley.words.Words;

/**
 * A journal of very many messages: made, opened, paged through, searched, verified and exported. To
 * be run with the heap that it is said to need ({@code -Xmx256m}).
 *
 * <p>Arguments: messages (1,000,000), rows beside that of each text (11: all that the classic
 * protocol leaves), and which steps, of {@code search verify export} (all three).
 */
public final class GrowthBench {
  private static final int PAGE = 100;

  private final BenchProfile profile;
  private final int messages;
  private final List<String> steps;
  private final Stopwatch watch = new Stopwatch();

  private GrowthBench(int messages, int others, List<String> steps) {
    this.messages = messages;
    this.steps = steps;
    this.profile = new BenchProfile(messages, others);
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int messages = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int others = args.length > 1 ? Integer.parseInt(args[1]) : ClassicRows.COUNT - 1;
    List<String> named = List.of(args).subList(Math.min(2, args.length), args.length);
    List<String> steps = named.isEmpty() ? List.of("search", "verify", "export") : named;
    new GrowthBench(messages, others, steps).run();
  }

  private void run() throws Exception {
    profile.open().close();
    watch.lap("made, where it was not, and closed");
    try (BenchProfile.Opened opened = profile.open()) {
      watch.lap("opened, the password's derivation included");
      Journal journal = opened.journal();
      print(journal);
      for (long from = journal.size() - PAGE; from > 0; from -= journal.size() / 50) {
        journal.read(from, PAGE);
      }
      watch.lap("50 pages of 100 rows");
      if (steps.contains("search")) {
        search(opened);
      }
      if (steps.contains("verify")) {
        verify(journal);
      }
      if (steps.contains("export")) {
        export(opened);
      }
    }
    watch.lap("closed");
  }

  private void verify(Journal journal) throws Exception {
    Verification result = new Verifier(journal, row -> true).run(Progress.NONE);
    if (result == null || !result.ok() || result.seenWrong() > 0) {
      throw new IllegalStateException("the journal does not verify");
    }
    watch.lap("verified");
  }

  private void print(Journal journal) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%,d messages, %,d rows, %,d MB, heap of at most %,d MB%n",
        messages,
        journal.size(),
        Files.size(profile.folder().resolve("journal.mv.db")) >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private void search(BenchProfile.Opened opened) throws Exception {
    try (MessageIndex index = new MessageIndex(opened.journal(), opened.seal(), profile.texts())) {
      index.build(Progress.NONE);
      watch.lap("index built, or loaded");
      int hits = index.search(SearchQuery.of("the")).next(PAGE).hits().size();
      watch.lap("first page of a search, " + hits + " hits");
    }
    watch.lap("index saved and closed");
  }

  private void export(BenchProfile.Opened opened) throws Exception {
    Journal journal = opened.journal();
    Path file = profile.folder().resolve("export.parley");
    ExportPlan plan =
        new ExportPlan(
            ExportFormat.LOG,
            new Basis(journal.size(), journal.root(), true),
            Selection.whole(),
            true,
            Instant.now(),
            ZoneId.of("UTC"),
            Words.in(Locale.ROOT));
    new Exporter(journal, Identity.of(opened.vault()), PeerName.of("alice"))
        .write(plan, file, ExportProgress.NONE);
    watch.lap("exported whole, " + (Files.size(file) >> 20) + " MB");
    Files.delete(file);
  }
}
