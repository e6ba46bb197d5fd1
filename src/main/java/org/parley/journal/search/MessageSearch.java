package org.parley.journal.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.StoredEntry;

/**
 * One search over the messages that there were when it began, page by page. Exact: every hit was
 * checked against its row, decrypted for that or for a search shortly before, and nothing that
 * matches is left out. A row that is damaged has no text, and is among the journal's findings.
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
  private final ReadTexts texts;
  // What was found beyond the last page.
  private final Deque<SearchHit> found = new ArrayDeque<>();
  private final boolean complete;
  private volatile boolean cancelled;

  MessageSearch(Journal journal, Candidates candidates, ReadTexts texts, boolean complete) {
    this.journal = journal;
    this.candidates = candidates;
    this.texts = texts;
    this.complete = complete;
  }

  /**
   * The next hits.
   *
   * @param limit the most of them; a page may have fewer and yet not be the last
   */
  public SearchPage next(int limit) throws JournalException {
    int read = 0;
    int hits = found.size();
    while (found.size() < limit && read < MOST_ROWS && !cancelled) {
      List<MessageRef> refs =
          candidates.next(atOnce(limit - found.size(), read, hits), () -> cancelled);
      if (refs.isEmpty()) {
        break;
      }
      read += refs.size();
      check(refs);
      hits = found.size();
    }
    List<SearchHit> page = new ArrayList<>();
    while (page.size() < limit && !found.isEmpty() && !cancelled) {
      page.add(found.remove());
    }
    boolean more = !found.isEmpty() || !candidates.atEnd();
    return new SearchPage(List.copyOf(page), more && !cancelled, complete);
  }

  // As many as will fill the page where as many are in vain as were so far.
  private static int atOnce(int missing, int read, int hits) {
    long likely = read <= hits ? missing : (long) missing * read / Math.max(1, hits);
    return (int) Math.min(likely, MOST_AT_ONCE);
  }

  private void check(List<MessageRef> refs) throws JournalException {
    Map<Long, String> known = texts(refs);
    for (MessageRef ref : refs) {
      String text = known.get(ref.seq());
      if (candidates.part().isEmpty()) {
        found.add(new SearchHit(ref, text == null ? "" : text, List.of()));
      } else if (text != null && FoldedText.fold(text).contains(candidates.part())) {
        List<TextRange> places = FoldedText.of(text).find(candidates.part(), MOST_PLACES);
        found.add(new SearchHit(ref, text, places));
      }
    }
  }

  private Map<Long, String> texts(List<MessageRef> refs) throws JournalException {
    Map<Long, String> known = new HashMap<>();
    List<Long> unknown = new ArrayList<>();
    long removals = texts.removals();
    for (MessageRef ref : refs) {
      String text = ref.removed() ? null : texts.get(ref.seq());
      if (text != null) {
        known.put(ref.seq(), text);
      } else if (!ref.removed()) {
        unknown.add(ref.seq());
      }
    }
    for (StoredEntry row : unknown.isEmpty() ? List.<StoredEntry>of() : journal.entries(unknown)) {
      Entry entry = row.entry();
      if (entry != null && entry.text() != null) {
        known.put(row.seq(), entry.text());
        texts.put(row.seq(), entry.text(), removals);
      }
    }
    return known;
  }

  /** A page that is being looked for ends as soon as it can, and there is no other. */
  public void cancel() {
    cancelled = true;
  }
}
