package org.parley.bench;

import java.util.List;
import org.parley.journal.Journal;
import org.parley.journal.search.ConversationRef;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.search.MessageRef;

/** From 100,000 messages to 1 million, in the journal and in one conversation. */
final class GrowthOfMessages {
  private static final int RUNS = 30;
  private static final int PAGE = 50;

  private GrowthOfMessages() {}

  static void run() throws Exception {
    Searched few = Searched.of(SearchGrowthRow.FEW);
    Searched many = Searched.of(SearchRow.MESSAGES);
    String of = " (100,000; 1 million messages)";
    Growth.print("journal opened, key derived" + of, few.openedAfter, many.openedAfter);
    Growth.print("search ready" + of, few.readyAfter, many.readyAfter);
    Growth.print("newest 100 rows read" + of, newest(few), newest(many));
    Growth.print("list of conversations" + of, conversations(few), conversations(many));
    Growth.print(
        String.format(
            java.util.Locale.ROOT,
            "page of a conversation (%,d; %,d messages)",
            longest(few).messages(),
            longest(many).messages()),
        page(few),
        page(many));
  }

  private static double newest(Searched in) throws Exception {
    Journal journal = in.journal();
    return Growth.median(RUNS, () -> journal.read(journal.size() - 100, 100));
  }

  private static double conversations(Searched in) throws Exception {
    return Growth.median(RUNS, () -> in.index().conversations());
  }

  private static ConversationRef longest(Searched in) {
    return in.index().conversations().stream()
        .max(java.util.Comparator.comparingInt(ConversationRef::messages))
        .orElseThrow();
  }

  // From its middle, where one comes by scrolling.
  private static double page(Searched in) throws Exception {
    MessageIndex index = in.index();
    String peer = longest(in).peer();
    long middle = in.journal().size() / 2;
    return Growth.median(
        RUNS,
        () -> {
          List<Long> seqs = index.ofPeer(peer, middle, PAGE).stream().map(MessageRef::seq).toList();
          if (in.journal().entries(seqs).size() != PAGE) {
            throw new IllegalStateException("no full page");
          }
        });
  }
}
