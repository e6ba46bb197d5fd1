package org.parley.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.journal.JournalException;
import org.parley.journal.search.Folding;
import org.parley.journal.search.MessageSearch;
import org.parley.journal.search.SearchHit;
import org.parley.journal.search.SearchPage;

/**
 * One search over the messages that there were when it began, newest first, page by page. Nothing
 * that matches is left out.
 *
 * <p>{@link #next} is called by one thread at a time, never the event thread: it reads the disk.
 * {@link #cancel} is for any thread.
 */
public final class HistorySearch {
  /** Makes a message of a hit. */
  interface Shown {
    Message message(SearchHit hit) throws StorageException;
  }

  private final HistoryQuery query;
  private final List<Message> waiting;
  private final MessageSearch search;
  private final Shown shown;
  private final Set<String> given = new HashSet<>();

  HistorySearch(HistoryQuery query, List<Message> waiting, MessageSearch search, Shown shown) {
    this.query = query;
    this.waiting = new ArrayList<>(waiting);
    this.search = search;
    this.shown = shown;
    waiting.forEach(message -> given.add(String.valueOf(message.id())));
  }

  /**
   * The next hits.
   *
   * @param limit the most of them; a page may have fewer and yet not be the last
   */
  public HistoryPage next(int limit) throws StorageException {
    List<HistoryHit> hits = new ArrayList<>();
    // What was never sent is newer than what was.
    while (!waiting.isEmpty() && hits.size() < limit) {
      Message message = waiting.remove(waiting.size() - 1);
      if (query.matches(message)) {
        String part = query.text() == null ? "" : query.text();
        hits.add(
            new HistoryHit(
                message, Folding.find(message.text(), part, MessageSearch.MOST_PLACES)));
      }
    }
    try {
      SearchPage page = search.next(limit - hits.size());
      for (SearchHit hit : page.hits()) {
        // It may have got its row while it was looked at in the outbox.
        if (!given.contains(String.valueOf(hit.message().id()))) {
          hits.add(new HistoryHit(shown.message(hit), hit.places()));
        }
      }
      return new HistoryPage(List.copyOf(hits), page.more() || !waiting.isEmpty(), page.complete());
    } catch (JournalException e) {
      throw new StorageException(e);
    }
  }

  /** A page that is being looked for ends as soon as it can, and there is no other. */
  public void cancel() {
    search.cancel();
  }
}
