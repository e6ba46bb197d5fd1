package org.parley.ui.conversations;

import java.awt.Component;
import java.awt.Container;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Message;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;

/**
 * The rows of what is loaded, and the lines between them. A row stays the same component for as
 * long as what it shows is loaded. Used on the event thread.
 */
final class MessageRows {
  private final UiContext context;
  private final MessageActions actions;
  private final Function<Message, String> why;
  private final RowSelection selection;
  private Map<MessageKey, MessageRow> rows = new HashMap<>();
  private List<RemovedRow> removed = new ArrayList<>();
  private Map<String, LineRow> lines = new HashMap<>();
  private String marked = "";

  /**
   * No row.
   *
   * @param why the sentence under a message that was not delivered; may be empty
   */
  MessageRows(
      UiContext context,
      MessageActions actions,
      Function<Message, String> why,
      RowSelection selection) {
    this.context = context;
    this.actions = actions;
    this.why = why;
    this.selection = selection;
  }

  /** Lets go of all. */
  void clear() {
    rows = new HashMap<>();
    removed = new ArrayList<>();
    lines = new HashMap<>();
  }

  /** The row that a message is in. */
  Optional<TalkRow> showing(Message message) {
    MessageRow row = rows.get(MessageKey.of(message));
    return row != null
        ? Optional.of(row)
        : removed.stream().filter(r -> r.shows(message)).map(TalkRow.class::cast).findFirst();
  }

  /** Marks where a part is in what is shown; empty: nowhere. */
  void mark(String part) {
    marked = part;
    rows.values().forEach(r -> r.mark(part));
  }

  /** The rows of an exchange, from the top. */
  List<WrappedRow> of(Exchange exchange, MessageList.Lines between) {
    Filling filling = new Filling(between);
    exchange.parts().forEach(filling::add);
    if (exchange.newest()) {
      filling.end();
    }
    rows = filling.rows;
    removed = filling.removed;
    lines = filling.lines;
    return filling.wanted;
  }

  /** One pass over what is loaded. */
  private final class Filling {
    private final MessageList.Lines between;
    private final Times times = new Times(context);
    private final Map<MessageKey, MessageRow> rows = new HashMap<>();
    private final List<RemovedRow> removed = new ArrayList<>();
    private final Map<String, LineRow> lines = new HashMap<>();
    private final List<WrappedRow> wanted = new ArrayList<>();
    private @Nullable LocalDate day;
    private @Nullable Instant before;

    Filling(MessageList.Lines between) {
      this.between = between;
    }

    void add(Part part) {
      addPartings(part.first().time());
      // One that falls into a stretch stands after it, above what the other person said.
      before = part.first().time();
      TalkRow row = part.removed() ? removedRow(part) : row(part.first());
      if (row instanceof RemovedRow stretch && stretch.spansDays()) {
        day = null; // it names its days itself, and what follows names its own
      } else {
        addDay(part.first().time());
      }
      if (between.firstUnread().filter(part::shows).isPresent()) {
        line("unread", context.word("ui.conversations.unread"), "unread");
      }
      wanted.add(row);
    }

    void end() {
      addPartings(Instant.MAX);
    }

    private void addDay(Instant time) {
      LocalDate its = times.dayOf(time);
      if (!its.equals(day)) {
        day = its;
        line(its.toString(), times.day(time), "note");
      }
    }

    private void addPartings(Instant to) {
      Instant from = before;
      for (Instant parting : between.partings()) {
        if (from != null && parting.isAfter(from) && !parting.isAfter(to)) {
          line("parting " + parting, context.word("ui.conversations.parted"), "unread");
        }
      }
    }

    private void line(String key, String text, String style) {
      String mine = key;
      while (lines.containsKey(mine)) {
        mine += "+"; // a day may come twice where the clock was set back
      }
      LineRow known = MessageRows.this.lines.get(mine);
      LineRow row = known != null && known.text().equals(text) ? known : new LineRow(text, style);
      lines.put(mine, row);
      wanted.add(row);
    }

    private MessageRow row(Message message) {
      MessageRow row = MessageRows.this.rows.get(MessageKey.of(message));
      if (row == null) {
        row = new MessageRow(context, message, why.apply(message), actions, selection);
        if (!marked.isEmpty()) {
          row.mark(marked);
        }
      } else {
        row.show(message, why.apply(message));
      }
      rows.put(MessageKey.of(message), row);
      return row;
    }

    private RemovedRow removedRow(Part part) {
      RemovedRow row =
          MessageRows.this.removed.stream()
              .filter(r -> r.part().overlaps(part) && !removed.contains(r))
              .findFirst()
              .orElse(null);
      if (row == null) {
        row = new RemovedRow(context, part, actions, selection);
      } else {
        row.show(part);
      }
      removed.add(row);
      return row;
    }
  }

  /** Puts in and takes out only what is new or gone: most of the time that is one row. */
  static void replace(Container list, List<WrappedRow> wanted) {
    Component[] now = list.getComponents();
    int same = 0;
    while (same < now.length && same < wanted.size() && now[same] == wanted.get(same)) {
      same++;
    }
    int tail = 0;
    while (tail < now.length - same
        && tail < wanted.size() - same
        && now[now.length - 1 - tail] == wanted.get(wanted.size() - 1 - tail)) {
      tail++;
    }
    for (int i = now.length - tail - 1; i >= same; i--) {
      list.remove(i);
    }
    for (int i = same; i < wanted.size() - tail; i++) {
      list.add(wanted.get(i), i);
    }
  }
}
