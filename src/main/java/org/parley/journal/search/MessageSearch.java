package org.parley.journal.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.journal.JournalException;

/**
 * One search over the messages that there were when it began, page by page. Exact: every hit was
 * checked against its text, decrypted from the row or from its sealed copy, for that or for a
 * search shortly before, and nothing that matches is left out. A row that is damaged, and of which
 * there is no copy, has no text, and is among the journal's findings.
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

  private final Candidates candidates;
  private final TextCopies copies;
  private final ReadTexts texts;
  // What was found beyond the last page.
  private final Deque<SearchHit> found = new ArrayDeque<>();
  private final boolean complete;
  private volatile boolean cancelled;

  MessageSearch(Candidates candidates, TextCopies copies, ReadTexts texts, boolean complete) {
    this.candidates = candidates;
    this.copies = copies;
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
      List<Candidate> some =
          candidates.next(atOnce(limit - found.size(), read, hits), () -> cancelled);
      if (some.isEmpty()) {
        break;
      }
      read += some.size();
      check(some);
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

  private void check(List<Candidate> some) throws JournalException {
    Map<Long, String> known = texts(some);
    String part = candidates.part();
    for (Candidate one : some) {
      String text = known.getOrDefault(one.seq(), "");
      List<TextRange> places = FoldedText.find(text, part, MOST_PLACES);
      if (part.isEmpty() || !places.isEmpty()) {
        add(candidates.ref(one), text, places);
      }
    }
  }

  // Between the look for candidates and now it may have been removed.
  private void add(MessageRef ref, String text, List<TextRange> places) {
    if (!ref.removed()) {
      found.add(new SearchHit(ref, text, places));
    } else if (candidates.part().isEmpty()) {
      found.add(new SearchHit(ref, "", List.of()));
    }
  }

  // From what is in memory, else from the copies, else from the rows.
  private Map<Long, String> texts(List<Candidate> some) throws JournalException {
    Map<Long, String> known = new HashMap<>(2 * some.size());
    List<Candidate> unknown = new ArrayList<>();
    long removals = texts.removals();
    for (Candidate one : some) {
      String text = one.text() == null ? texts.get(one.seq()) : one.text();
      if (text != null && !one.removed()) {
        known.put(one.seq(), text);
      } else if (!one.removed()) {
        unknown.add(one);
      }
    }
    if (!unknown.isEmpty()) {
      // An index that is behind may not know yet that a text was removed: rows say so.
      Map<Long, String> read = complete ? copies.read(unknown) : new HashMap<>();
      unknown.removeIf(one -> read.containsKey(one.seq()));
      read.putAll(fromRows(unknown));
      read.forEach((seq, text) -> texts.put(seq, text, removals));
      known.putAll(read);
    }
    return known;
  }

  private Map<Long, String> fromRows(List<Candidate> some) throws JournalException {
    return some.isEmpty() ? Map.of() : copies.fromRows(some.stream().map(Candidate::seq).toList());
  }

  /** A page that is being looked for ends as soon as it can, and there is no other. */
  public void cancel() {
    cancelled = true;
  }
}
