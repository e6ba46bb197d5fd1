package org.parley.messaging;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.journal.Direction;
import org.parley.journal.JournalException;
import org.parley.journal.search.Folding;
import org.parley.journal.search.MessageRef;
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

  private final List<Message> waiting;
  private final String part;
  private final MessageSearch search;
  private final Shown shown;
  private final Set<String> given;
  private final Deque<HistoryHit> ready = new ArrayDeque<>();

  HistorySearch(HistoryQuery query, List<Message> waiting, MessageSearch search, Shown shown) {
    this.waiting = new ArrayList<>(waiting.stream().filter(query::matches).toList());
    this.part = query.text() == null ? "" : query.text();
    this.search = search;
    this.shown = shown;
    this.given = ids(waiting);
  }

  static Set<String> ids(List<Message> messages) {
    Set<String> ids = new HashSet<>();
    messages.forEach(message -> ids.add(String.valueOf(message.id())));
    return ids;
  }

  /** Whether a row is that of a message which had none when the list was begun. */
  static boolean isGiven(MessageRef ref, Set<String> given) {
    return ref.direction() == Direction.SENT && given.contains(String.valueOf(ref.id()));
  }

  /**
   * The next hits.
   *
   * @param limit the most of them; a page may have fewer and yet not be the last
   */
  public HistoryPage next(int limit) throws StorageException {
    try {
      SearchPage page = search.next(Math.max(0, limit - ready.size()));
      for (SearchHit hit : page.hits()) {
        addWaiting(hit.message().time());
        if (!isGiven(hit.message(), given)) {
          ready.add(new HistoryHit(shown.message(hit), hit.places()));
        }
      }
      if (!page.more()) {
        addWaiting(Instant.MIN);
      }
      List<HistoryHit> hits = new ArrayList<>();
      while (hits.size() < limit && !ready.isEmpty()) {
        hits.add(ready.remove());
      }
      return new HistoryPage(hits, page.more() || !ready.isEmpty(), page.complete());
    } catch (JournalException e) {
      throw new StorageException(e);
    }
  }

  // What was never sent, from that time on.
  private void addWaiting(Instant from) {
    int last = waiting.size() - 1;
    while (last >= 0 && !waiting.get(last).time().isBefore(from)) {
      Message message = waiting.remove(last--);
      ready.add(
          new HistoryHit(message, Folding.find(message.text(), part, MessageSearch.MOST_PLACES)));
    }
  }

  /** A page that is being looked for ends as soon as it can, and there is no other. */
  public void cancel() {
    search.cancel();
  }
}
