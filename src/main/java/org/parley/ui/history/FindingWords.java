package org.parley.ui.history;

import org.jspecify.annotations.Nullable;
import org.parley.journal.Finding;
import org.parley.ui.common.UiContext;

/** Findings in words: what it is, what it means, what to do. */
final class FindingWords {
  private final UiContext ui;

  FindingWords(UiContext ui) {
    this.ui = ui;
  }

  /** What was found. */
  String sentence(Finding finding) {
    return ui.word(finding.detail().key(), row(finding.seq()), row(finding.last()));
  }

  /** What it means and what to do. */
  String advice(Finding finding) {
    return ui.word("ui.finding." + finding.kind());
  }

  private static String row(@Nullable Long seq) {
    return seq == null ? "" : seq.toString();
  }
}
