package org.parley.ui.workplace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.journal.Finding;
import org.parley.journal.Progress;
import org.parley.journal.StoredEntry;
import org.parley.journal.export.ExportProgress;
import org.parley.journal.export.ExportVerdict;
import org.parley.journal.export.Exported;
import org.parley.journal.export.VerifierKey;
import org.parley.journal.search.IndexProgress;
import org.parley.journal.verify.Verification;
import org.parley.messaging.HistoryPage;
import org.parley.messaging.HistoryQuery;
import org.parley.ui.common.Subscription;
import org.parley.words.Words;

/** A journal without a row, for tests of the window around the tabs. */
public final class FakeArchive implements Archive, WireLog {
  /** How far the index is. */
  public volatile IndexProgress index = new IndexProgress(true, 0, 0);

  @Override
  public IndexProgress indexed() {
    return index;
  }

  @Override
  public Search search(HistoryQuery query) {
    return new Search() {
      @Override
      public HistoryPage next(int limit) {
        return new HistoryPage(List.of(), false, index.complete());
      }

      @Override
      public void cancel() {}
    };
  }

  @Override
  public Optional<Verification> verify(Progress progress) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> lastVerified() {
    return Optional.empty();
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public boolean moreFindings() {
    return false;
  }

  @Override
  public Subscription onFindings(Runnable changed) {
    return () -> {};
  }

  @Override
  public void accept(List<Finding> findings) {}

  @Override
  public Optional<Exported> export(ExportOrder order, Words words, ExportProgress progress) {
    return Optional.empty();
  }

  @Override
  public Optional<ExportVerdict> check(Path file, VerifierKey key, Progress progress) {
    return Optional.empty();
  }

  @Override
  public Walk walk(Filter filter) {
    return new Walk() {
      @Override
      public ItemPage next(int limit) {
        return new ItemPage(List.of(), false);
      }

      @Override
      public void cancel() {}
    };
  }

  @Override
  public WireItem at(long seq) throws ArchiveException {
    throw new ArchiveException(ArchiveException.Problem.NO_ROW, Long.toString(seq), null);
  }

  @Override
  public List<StoredEntry> rows(WireItem item) {
    return List.of();
  }

  @Override
  public Subscription onRows(Runnable changed) {
    return () -> {};
  }
}
