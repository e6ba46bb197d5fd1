package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Message;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.TalkException;

/**
 * Reads a conversation page by page, and passes over what was removed: a stretch of it is one part,
 * however long it is, and a page has enough parts to scroll by. Used off the event thread.
 */
final class Pages {
  /** How many messages are read at once. */
  static final int SIZE = 30;

  /** Who gets fewer parts reads on. */
  private static final int ENOUGH = SIZE / 2;

  private final Talk talk;

  /**
   * Some of a conversation.
   *
   * @param parts oldest first
   * @param end whether nothing lies beyond, in the direction that was asked for
   */
  record Page(List<Part> parts, boolean end) {}

  Pages(Talk talk) {
    this.talk = talk;
  }

  /** What is directly before a message; null: the newest. Reads so many messages at least. */
  Page older(String peer, @Nullable Message before, int least) throws TalkException {
    List<Part> all = new ArrayList<>();
    Message edge = before;
    int size = least;
    while (true) {
      List<Message> page = talk.page(peer, edge, size);
      List<Part> parts = new ArrayList<>(Part.of(page));
      boolean end = page.size() < size;
      if (!end && parts.get(0).removed()) {
        Part first = parts.get(0);
        parts.set(0, first.after(talk.removedBefore(peer, first.first())));
      }
      parts.addAll(all);
      all = Part.joined(parts);
      if (end || all.size() >= ENOUGH) {
        return new Page(all, end);
      }
      edge = all.get(0).first();
      size = SIZE;
    }
  }

  /** What is directly after a message. */
  Page newer(String peer, Message after) throws TalkException {
    List<Part> all = new ArrayList<>();
    Message edge = after;
    while (true) {
      List<Message> page = talk.newer(peer, edge, SIZE);
      List<Part> parts = Part.of(page);
      boolean end = page.size() < SIZE;
      all.addAll(parts);
      all = Part.joined(all);
      if (!end && all.get(all.size() - 1).removed()) {
        Part last = all.get(all.size() - 1);
        all.set(all.size() - 1, last.before(talk.removedAfter(peer, last.last())));
      }
      if (end || all.size() >= ENOUGH) {
        return new Page(all, end);
      }
      edge = all.get(all.size() - 1).last();
    }
  }

  /** The newest messages, so many at least. */
  Exchange newest(String peer, int least) throws TalkException {
    Page page = older(peer, null, least);
    return new Exchange(page.parts(), page.end(), true);
  }

  /** What is around a message, and it. */
  Exchange around(String peer, Message at) throws TalkException {
    Page before = older(peer, at, SIZE);
    Page after = newer(peer, at);
    List<Part> parts = new ArrayList<>(before.parts());
    parts.add(Part.of(at));
    parts.addAll(after.parts());
    return new Exchange(parts, before.end(), after.end());
  }
}
