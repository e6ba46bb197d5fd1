package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Message;
import org.parley.ui.common.Property;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;

/**
 * The messages of a conversation, newest at the bottom. It stays at the bottom while one is there,
 * and else where one is while others come in above or below.
 */
final class MessageList extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1L;

  /** So near to an end, in px before scaling, the next page is asked for. */
  private static final int NEAR = 400;

  /** What is told to whoever loads. */
  interface Reader {
    /** Somebody came near the oldest that is loaded. */
    void older();

    /** Somebody came near the newest that is loaded, and there are newer ones. */
    void newer();
  }

  /**
   * Where lines stand between messages.
   *
   * @param firstUnread the message above which the "unread" line stands
   * @param partings from when on another person bears the name
   */
  record Lines(Optional<Message> firstUnread, List<Instant> partings) {}

  private final UiContext context;
  private final MessageActions actions;
  private final Function<Message, String> why;
  private final JScrollPane scroll;
  private final RowSelection selection;
  private final Property<Boolean> atBottom = new Property<>(true);
  private Map<MessageKey, MessageRow> rows = new HashMap<>();
  private Map<String, LineRow> lines = new HashMap<>();
  private Exchange shown = Exchange.empty();
  private String marked = "";

  /** While rows are put in and the view is not yet where it belongs, no scrolling is meant. */
  private boolean placing;

  /**
   * An empty list.
   *
   * @param why the sentence under a message that was not delivered; may be empty
   */
  MessageList(
      UiContext context, MessageActions actions, Function<Message, String> why, Reader reader) {
    super(new RowsLayout());
    this.context = context;
    this.actions = actions;
    this.why = why;
    selection = new RowSelection(this::messageRows, this::under);
    putClientProperty("FlatLaf.styleClass", "page");
    scroll =
        new JScrollPane(
            this,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setName("messages");
    scroll.setBorder(javax.swing.BorderFactory.createEmptyBorder());
    scroll.getVerticalScrollBar().setUnitIncrement(UIScale.scale(24));
    scroll.getVerticalScrollBar().setFocusable(false);
    RowKeys.install(this, selection, actions);
    listen(reader);
  }

  private void listen(Reader reader) {
    JViewport viewport = scroll.getViewport();
    viewport.addChangeListener(
        event -> {
          if (placing || getComponentCount() == 0) {
            return;
          }
          Rectangle seen = viewport.getViewRect();
          if (seen.y < UIScale.scale(NEAR)) {
            reader.older();
          }
          if (!shown.newest() && seen.y + seen.height > getHeight() - UIScale.scale(NEAR)) {
            reader.newer();
          }
          if (isShowing()) {
            atBottom.set(isAtBottom());
          }
        });
    viewport.addComponentListener(
        new java.awt.event.ComponentAdapter() {
          @Override
          public void componentResized(java.awt.event.ComponentEvent event) {
            if (atBottom.get()) {
              toBottom();
            }
          }
        });
  }

  /** What scrolls. */
  JScrollPane scroll() {
    return scroll;
  }

  RowSelection selection() {
    return selection;
  }

  /** Whether the newest message is in sight. */
  Property<Boolean> atBottom() {
    return atBottom;
  }

  private boolean isAtBottom() {
    Rectangle seen = scroll.getViewport().getViewRect();
    return shown.newest() && seen.y + seen.height >= getHeight() - UIScale.scale(24);
  }

  /** Begins another conversation, or another place in it: at a message, or at the bottom. */
  void open(Exchange exchange, Lines between, Optional<Message> at) {
    rows = new HashMap<>();
    lines = new HashMap<>();
    removeAll();
    placing = true;
    fill(exchange, between);
    selection.reset();
    MessageRow row = at.map(m -> rows.get(MessageKey.of(m))).orElse(null);
    if (row == null) {
      toBottom();
    } else {
      int y = Math.max(0, row.getY() - UIScale.scale(64));
      scroll.getViewport().setViewPosition(new Point(0, Math.min(y, lowest())));
    }
    atBottom.set(isAtBottom());
    placing = false;
  }

  /** Shows what is new or changed. */
  void show(Exchange exchange, Lines between) {
    boolean stay = atBottom.get();
    Optional<MessageRow> seen = firstInSight();
    int offset = seen.map(r -> r.getY() - scroll.getViewport().getViewPosition().y).orElse(0);
    placing = true;
    fill(exchange, between);
    if (stay && exchange.newest()) {
      toBottom();
    } else {
      seen.filter(r -> r.getParent() == this)
          .ifPresent(
              r -> {
                int y = Math.max(0, Math.min(lowest(), r.getY() - offset));
                scroll.getViewport().setViewPosition(new Point(0, y));
              });
    }
    placing = false;
    atBottom.set(isAtBottom());
  }

  private Optional<MessageRow> firstInSight() {
    int top = scroll.getViewport().getViewPosition().y;
    return messageRows().stream().filter(r -> r.getY() + r.getHeight() > top).findFirst();
  }

  /** The rows of messages, oldest first. */
  List<MessageRow> messageRows() {
    List<MessageRow> all = new ArrayList<>();
    for (Component child : getComponents()) {
      if (child instanceof MessageRow row) {
        all.add(row);
      }
    }
    return all;
  }

  private Optional<MessageRow> under(MouseEvent event) {
    Component child = getComponentAt(RowSelection.in(this, event));
    return child instanceof MessageRow row ? Optional.of(row) : Optional.empty();
  }

  private void fill(Exchange exchange, Lines between) {
    shown = exchange;
    Map<MessageKey, MessageRow> nextRows = new HashMap<>();
    Map<String, LineRow> nextLines = new HashMap<>();
    List<WrappedRow> wanted = new ArrayList<>();
    Times times = new Times(context);
    LocalDate day = null;
    Instant before = null;
    for (Message message : exchange.messages()) {
      LocalDate its = times.dayOf(message.time());
      addPartings(wanted, nextLines, between, before, message.time());
      before = message.time();
      if (!its.equals(day)) {
        day = its;
        wanted.add(line(nextLines, its.toString(), times.day(message.time()), "note"));
      }
      if (between.firstUnread().filter(m -> Exchange.same(m, message)).isPresent()) {
        wanted.add(line(nextLines, "unread", context.word("ui.conversations.unread"), "unread"));
      }
      MessageRow row = row(message);
      nextRows.put(MessageKey.of(message), row);
      wanted.add(row);
    }
    if (exchange.newest() && before != null) {
      addPartings(wanted, nextLines, between, before, Instant.MAX);
    }
    rows = nextRows;
    lines = nextLines;
    replace(wanted);
    selection.refresh();
    revalidate();
    scroll.validate();
    repaint();
  }

  private void addPartings(
      List<WrappedRow> wanted,
      Map<String, LineRow> nextLines,
      Lines between,
      @Nullable Instant from,
      Instant to) {
    for (Instant parting : between.partings()) {
      if (from != null && parting.isAfter(from) && !parting.isAfter(to)) {
        wanted.add(
            line(
                nextLines,
                "parting " + parting,
                context.word("ui.conversations.parted"),
                "unread"));
      }
    }
  }

  private LineRow line(Map<String, LineRow> next, String key, String text, String style) {
    LineRow known = lines.get(key);
    LineRow row = known != null && known.text().equals(text) ? known : new LineRow(text, style);
    next.put(key, row);
    return row;
  }

  private MessageRow row(Message message) {
    MessageRow known = rows.get(MessageKey.of(message));
    if (known == null) {
      MessageRow made = new MessageRow(context, message, why.apply(message), actions, selection);
      if (!marked.isEmpty()) {
        made.mark(marked);
      }
      return made;
    }
    known.show(message, why.apply(message));
    return known;
  }

  /** Puts in and takes out only what is new or gone: most of the time that is one row. */
  private void replace(List<WrappedRow> wanted) {
    Component[] now = getComponents();
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
      remove(i);
    }
    for (int i = same; i < wanted.size() - tail; i++) {
      add(wanted.get(i), i);
    }
  }

  /** Marks where a part is in what is shown; empty: nowhere. */
  void mark(String part) {
    marked = part;
    rows.values().forEach(r -> r.mark(part));
  }

  /** Brings a row into sight, and makes it the current one, without taking the focus. */
  void goTo(Message message) {
    MessageRow row = rows.get(MessageKey.of(message));
    if (row != null) {
      Rectangle seen = scroll.getViewport().getViewRect();
      if (row.getY() < seen.y || row.getY() + row.getHeight() > seen.y + seen.height) {
        int y = row.getY() - Math.max(UIScale.scale(64), (seen.height - row.getHeight()) / 2);
        scroll.getViewport().setViewPosition(new Point(0, Math.max(0, Math.min(y, lowest()))));
      }
      selection.point(row);
    }
  }

  private int lowest() {
    return Math.max(0, getHeight() - scroll.getViewport().getExtentSize().height);
  }

  void toBottom() {
    scroll.validate();
    scroll.getViewport().setViewPosition(new Point(0, lowest()));
    atBottom.set(isAtBottom());
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(UIScale.scale(480), UIScale.scale(400));
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle seen, int orientation, int direction) {
    return UIScale.scale(24);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle seen, int orientation, int direction) {
    return Math.max(UIScale.scale(24), seen.height - UIScale.scale(48));
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return scroll.getViewport().getHeight() > getPreferredSize().height;
  }
}
