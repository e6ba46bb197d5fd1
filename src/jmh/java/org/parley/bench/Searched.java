package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.journal.Journal;
import org.parley.journal.Progress;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.search.MessageSearch;
import org.parley.journal.search.SearchHit;
import org.parley.journal.search.SearchPage;
import org.parley.journal.search.SearchQuery;

/**
 * A journal of that many messages, one row each, and its index, as the program has them open. Made
 * once, and open until the end of the run, since several rows ask it.
 */
final class Searched {
  /** Hits of the first page. */
  static final int PAGE = 50;

  private static final Map<Integer, Searched> OPEN = new TreeMap<>();

  final double openedAfter;
  final double readyAfter;
  private final BenchProfile.Opened opened;
  private final MessageIndex index;

  private Searched(int messages) throws Exception {
    BenchProfile profile = new BenchProfile(messages, 0);
    try (BenchProfile.Opened first = profile.open();
        MessageIndex made = new MessageIndex(first.journal(), first.seal(), profile.texts())) {
      made.build(Progress.NONE); // the first time; where it was saved it is read as below
      BenchProfile.awaitTexts(made);
    }
    long begin = System.nanoTime();
    opened = profile.open();
    openedAfter = Scratch.since(begin);
    begin = System.nanoTime();
    index = new MessageIndex(opened.journal(), opened.seal(), profile.texts());
    index.build(Progress.NONE);
    readyAfter = Scratch.since(begin);
  }

  static synchronized Searched of(int messages) throws Exception {
    Searched there = OPEN.get(messages);
    if (there == null) {
      there = new Searched(messages);
      OPEN.put(messages, there);
    }
    return there;
  }

  static synchronized void closeAll() throws Exception {
    for (Searched open : OPEN.values()) {
      open.index.close();
      open.opened.close();
    }
    OPEN.clear();
  }

  /** Words and substrings of its texts, so many of each kind. */
  static List<String> queries(int messages, int each) {
    Map<String, List<String>> all = new Queries(messages).all(each);
    List<String> queries = new ArrayList<>();
    for (String kind : List.of("3 characters", "4 to 6 characters", "word", "phrase")) {
      queries.addAll(all.get(kind));
    }
    return queries;
  }

  Journal journal() {
    return opened.journal();
  }

  MessageIndex index() {
    return index;
  }

  /** The newest messages that contain it, by number. */
  List<Integer> find(String query) throws Exception {
    MessageSearch search = index.search(SearchQuery.of(query));
    List<Integer> found = new ArrayList<>();
    SearchPage page;
    do { // a page that is not full is given out early where many rows were read in vain
      page = search.next(PAGE - found.size());
      for (SearchHit hit : page.hits()) {
        found.add((int) hit.message().seq());
      }
    } while (page.more() && found.size() < PAGE);
    return found;
  }
}
