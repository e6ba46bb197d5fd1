package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import org.parley.journal.Entry;

/** Rows to append: those of delivered messages, in groups of one size. */
final class Groups {
  final List<List<Entry>> entries = new ArrayList<>();

  /** The same rows as the bytes that they have sealed. */
  final List<List<byte[]>> bytes = new ArrayList<>();

  Groups(int count, int size) {
    Corpus corpus = new Corpus(Corpus.SEED, count * size);
    List<Entry> waiting = new ArrayList<>();
    for (int number = 0; entries.size() < count; number++) {
      ClassicRows.add(corpus.next(), number, waiting);
      if (waiting.size() >= size) {
        List<Entry> group = List.copyOf(waiting.subList(0, size));
        entries.add(group);
        bytes.add(group.stream().map(PlainTable::bytes).toList());
        waiting.subList(0, size).clear();
      }
    }
  }
}
