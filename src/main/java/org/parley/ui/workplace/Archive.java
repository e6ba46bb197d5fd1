package org.parley.ui.workplace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Finding;
import org.parley.journal.Progress;
import org.parley.journal.export.ExportFormat;
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

/**
 * Everything ever sent and received: search, verification, export. What is marked * returns at once
 * and may be called on the event thread; the rest waits for the disk, some of it for minutes.
 */
public interface Archive {

  /** One search, newest first, page by page. */
  interface Search {
    /** The next hits, at most so many; by one thread at a time. */
    HistoryPage next(int limit) throws ArchiveException;

    /** Ends the page that is looked for, and there is no other; any thread. * */
    void cancel();
  }

  /**
   * What is to be exported.
   *
   * @param query which messages; {@link HistoryQuery#ALL} for every row
   * @param anyway also where the journal does not verify; the file says so then
   * @param replace whether a file that is there is replaced
   */
  record ExportOrder(
      ExportFormat format, HistoryQuery query, Path file, boolean anyway, boolean replace) {}

  /** How far the index is that is searched; until it is complete, newer messages are missing. * */
  IndexProgress indexed();

  /** Begins a search. */
  Search search(HistoryQuery query) throws ArchiveException;

  /**
   * Verifies the whole journal. What it finds is among {@link #findings} afterwards.
   *
   * @return empty where it was cancelled
   */
  Optional<Verification> verify(Progress progress) throws ArchiveException;

  /** When a whole verification last found nothing; empty where none did. */
  Optional<Instant> lastVerified() throws ArchiveException;

  /** What is wrong and not accepted, by rising row; of very many the first ones. * */
  List<Finding> findings();

  /** Whether there are more findings than are listed. * */
  boolean moreFindings();

  /** Calls {@code changed} after the findings changed, on any thread. * */
  Subscription onFindings(Runnable changed);

  /** The owner accepts findings, all of them or none; on the disk on return. */
  void accept(List<Finding> findings) throws ArchiveException;

  /**
   * Verifies, then writes the file, whole or not at all.
   *
   * @param words of a page
   * @return empty where it was cancelled
   */
  Optional<Exported> export(ExportOrder order, Words words, ExportProgress progress)
      throws ArchiveException;

  /**
   * Checks a log that somebody exported.
   *
   * @param key by which it must be signed; null: by its own
   * @return empty where it was cancelled
   */
  Optional<ExportVerdict> check(Path file, @Nullable VerifierKey key, Progress progress)
      throws ArchiveException;
}
