package org.parley.messaging;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.Seen;
import org.parley.name.PeerName;
import org.parley.session.TextOffer;

/**
 * What is common to all inbound connections: which texts are known, one decision at a time for each
 * id, and who hears of what was stored. Safe for use by several threads.
 */
final class Inbox {
  private static final int STRIPES = 64;

  private final Journal journal;
  private final Object[] stripes =
      IntStream.range(0, STRIPES).mapToObj(i -> new Object()).toArray();

  Inbox(Journal journal) {
    this.journal = journal;
  }

  /**
   * Who holds this decides on, and commits, that peer's text of that id. Two connections with the
   * same text at once would both find it new.
   */
  Object lock(PeerName peer, String id) {
    return stripes[Math.floorMod(31 * peer.hashCode() + id.hashCode(), STRIPES)];
  }

  Seen seen(TextOffer offer) throws JournalException {
    return journal.seen(
        offer.peer().toString(), offer.id(), offer.text().getBytes(StandardCharsets.UTF_8));
  }
}
