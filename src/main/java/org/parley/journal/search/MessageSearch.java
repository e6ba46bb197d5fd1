package org.parley.journal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.StoredEntry;

/**
 * One search over the messages that there were when it began, page by page. Exact: every hit was
 * checked against its row, decrypted for that, and nothing that matches is left out. A row that is
 * damaged has no text, and is among the journal's findings.
 *
 * <p>{@link #next} is called by one thread at a time, which waits for the disk; {@link #cancel} by
 * any.
 */
public final class MessageSearch {
  /** The most places that are given of one text. */
  public static final int MOST_PLACES = 1000;

  // After so many rows that were read in vain a page is given out as it is, so that whoever waits
  // sees something, or can think better of it.
  private static final int MOST_ROWS = 512;
  private static final int MOST_AT_ONCE = 128;

  private final Journal journal;
  private final Candidates candidates;
  private final boolean complete;
  private volatile boolean cancelled;

  MessageSearch(Journal journal, Candidates candidates, boolean complete) {
    this.journal = journal;
    this.candidates = candidates;
    this.complete = complete;
  }

  /**
   * The next hits.
   *
   * @param limit the most of them; a page may have fewer and yet not be the last
   */
  public SearchPage next(int limit) throws JournalException {
    List<SearchHit> hits = new ArrayList<>();
    int read = 0;
    while (hits.size() < limit && read < MOST_ROWS && !cancelled) {
      int missing = Math.min(limit - hits.size(), MOST_AT_ONCE);
      List<MessageRef> refs = candidates.next(missing, () -> cancelled);
      if (refs.isEmpty()) {
        break;
      }
      read += refs.size();
      check(refs, hits);
    }
    return new SearchPage(List.copyOf(hits), !candidates.atEnd() && !cancelled, complete);
  }

  private void check(List<MessageRef> refs, List<SearchHit> hits) throws JournalException {
    List<Long> seqs = new ArrayList<>(refs.size());
    for (MessageRef ref : refs) {
      if (!ref.removed()) {
        seqs.add(ref.seq());
      }
    }
    Map<Long, StoredEntry> rows = new HashMap<>();
    for (StoredEntry row : journal.entries(seqs)) {
      rows.put(row.seq(), row);
    }
    for (MessageRef ref : refs) {
      StoredEntry row = rows.get(ref.seq());
      Entry entry = row == null ? null : row.entry();
      String text = entry == null ? null : entry.text();
      if (candidates.part().isEmpty()) {
        hits.add(new SearchHit(ref, text == null ? "" : text, List.of()));
      } else if (text != null && FoldedText.fold(text).contains(candidates.part())) {
        List<TextRange> places = FoldedText.of(text).find(candidates.part(), MOST_PLACES);
        hits.add(new SearchHit(ref, text, places));
      }
    }
  }

  /** A page that is being looked for ends as soon as it can, and there is no other. */
  public void cancel() {
    cancelled = true;
  }
}
