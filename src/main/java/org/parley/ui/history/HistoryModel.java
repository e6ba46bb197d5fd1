package org.parley.ui.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.journal.Finding;
import org.parley.journal.search.IndexProgress;
import org.parley.journal.verify.Verification;
import org.parley.messaging.HistoryHit;
import org.parley.ui.common.Property;

/** What the History tab shows. */
final class HistoryModel {
  /** Which messages, by who wrote them. */
  enum Way {
    BOTH,
    SENT,
    RECEIVED
  }

  /** Which messages, by when. */
  enum When {
    ANY,
    TODAY,
    WEEK,
    YEAR,
    BETWEEN
  }

  /** How far something has come. */
  record Step(long done, long total) {}

  /**
   * What was found so far.
   *
   * @param more whether there may be others
   * @param text what was looked for
   */
  record Hits(List<HistoryHit> list, boolean more, boolean complete, String text) {}

  /** Who there is to choose from. */
  final Property<List<String>> peers = new Property<>(List.of());

  /** What was found; empty until the first page is there. */
  final Property<Optional<Hits>> hits = new Property<>(Optional.empty());

  /** How far the index is. */
  final Property<IndexProgress> index = new Property<>(new IndexProgress(true, 0, 0));

  /** Which hit is chosen. */
  final Property<Optional<HistoryHit>> chosen = new Property<>(Optional.empty());

  /** What is wrong with the journal and not accepted. */
  final Property<List<Finding>> findings = new Property<>(List.of());

  /** Whether there are more than those. */
  final Property<Boolean> moreFindings = new Property<>(false);

  /** How far the verification has come that runs. */
  final Property<Optional<Step>> verifying = new Property<>(Optional.empty());

  /** What the last verification of this run came to. */
  final Property<Optional<Verification>> verified = new Property<>(Optional.empty());

  /** When one last found nothing. */
  final Property<Optional<Instant>> lastVerified = new Property<>(Optional.empty());
}
