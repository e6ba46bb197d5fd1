package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import org.parley.messaging.Message;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Property;
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

  private final JScrollPane scroll;
  private final RowSelection selection;
  private final MessageRows rows;
  private final Reader reader;
  private final Property<Boolean> atBottom = new Property<>(true);
  private Exchange shown = Exchange.empty();

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
    this.reader = reader;
    selection = new RowSelection(this::talkRows, this::under);
    rows = new MessageRows(context, actions, why, selection);
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
    listen();
  }

  private void listen() {
    JViewport viewport = scroll.getViewport();
    viewport.addChangeListener(
        event -> {
          if (placing || getComponentCount() == 0) {
            return;
          }
          lookWhetherNear();
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

  private void lookWhetherNear() {
    Rectangle seen = scroll.getViewport().getViewRect();
    if (!shown.complete() && seen.y < UIScale.scale(NEAR)) {
      reader.older();
    }
    if (!shown.newest() && seen.y + seen.height > getHeight() - UIScale.scale(NEAR)) {
      reader.newer();
    }
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
    rows.clear();
    removeAll();
    placing = true;
    fill(exchange, between);
    selection.reset();
    TalkRow row = at.flatMap(rows::showing).orElse(null);
    if (row == null) {
      toBottom();
    } else {
      int y = Math.max(0, row.getY() - UIScale.scale(64));
      scroll.getViewport().setViewPosition(new Point(0, Math.min(y, lowest())));
    }
    atBottom.set(isAtBottom());
    placing = false;
    lookWhetherNear();
  }

  /** Shows what is new or changed. */
  void show(Exchange exchange, Lines between) {
    boolean other = !exchange.equals(shown);
    boolean stay = atBottom.get();
    int top = scroll.getViewport().getViewPosition().y;
    Map<TalkRow, Integer> seen = new LinkedHashMap<>();
    talkRows().stream()
        .filter(r -> r.getY() + r.getHeight() > top)
        .forEach(r -> seen.put(r, r.getY() - top));
    placing = true;
    fill(exchange, between);
    if (stay && exchange.newest()) {
      toBottom();
    } else {
      seen.keySet().stream()
          .filter(r -> r.getParent() == this)
          .findFirst()
          .ifPresent(
              r -> {
                int y = Math.max(0, Math.min(lowest(), r.getY() - seen.getOrDefault(r, 0)));
                scroll.getViewport().setViewPosition(new Point(0, y));
              });
    }
    placing = false;
    atBottom.set(isAtBottom());
    if (other) {
      lookWhetherNear(); // what was there may have become one line
    }
  }

  /** The rows that the keyboard reaches, oldest first. */
  List<TalkRow> talkRows() {
    List<TalkRow> all = new ArrayList<>();
    for (Component child : getComponents()) {
      if (child instanceof TalkRow row) {
        all.add(row);
      }
    }
    return all;
  }

  private Optional<TalkRow> under(MouseEvent event) {
    Component child = getComponentAt(RowSelection.in(this, event));
    return child instanceof TalkRow row ? Optional.of(row) : Optional.empty();
  }

  private void fill(Exchange exchange, Lines between) {
    shown = exchange;
    Optional<Message> focused = focused();
    MessageRows.replace(this, rows.of(exchange, between));
    selection.refresh();
    revalidate();
    scroll.validate();
    repaint();
    // Its row may be one of a stretch now, without a place for the focus of its own.
    if (focused().isEmpty()) {
      focused.flatMap(rows::showing).ifPresent(Inputs::focus);
    }
  }

  /** The message of the row that has the focus, or gets it with the window. */
  private Optional<Message> focused() {
    Window window = SwingUtilities.getWindowAncestor(this);
    Component focus = window == null ? null : window.getMostRecentFocusOwner();
    return focus != null && SwingUtilities.isDescendingFrom(focus, this)
        ? RowKeys.rowOf(focus).map(TalkRow::message)
        : Optional.empty();
  }

  /** Marks where a part is in what is shown; empty: nowhere. */
  void mark(String part) {
    rows.mark(part);
  }

  /** Brings a row into sight, and makes it the current one, without taking the focus. */
  void goTo(Message message) {
    TalkRow row = rows.showing(message).orElse(null);
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
