package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Message;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;

/**
 * The messages of a conversation, newest at the bottom. It stays at the bottom while one is there,
 * and where one is while older ones come in above.
 */
final class MessageList extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1L;

  private record Key(boolean outgoing, @Nullable String id, @Nullable Long seq) {
    static Key of(Message message) {
      return message.id() != null
          ? new Key(message.outgoing(), message.id(), null)
          : new Key(message.outgoing(), null, message.seq());
    }
  }

  private final UiContext context;
  private final MessageActions actions;
  private final Function<Message, String> why;
  private final JScrollPane scroll;
  private Map<Key, MessageRow> rows = new HashMap<>();
  private boolean atBottom = true;

  /** While rows are put in and the view is not yet where it belongs, no scrolling is meant. */
  private boolean placing;

  /**
   * An empty list.
   *
   * @param why the sentence under a message that was not delivered; may be empty
   * @param older called when somebody came near the top
   */
  MessageList(
      UiContext context, MessageActions actions, Function<Message, String> why, Runnable older) {
    super(new RowsLayout());
    this.context = context;
    this.actions = actions;
    this.why = why;
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
    JViewport viewport = scroll.getViewport();
    viewport.addChangeListener(
        event -> {
          boolean nearTop = viewport.getViewPosition().y < UIScale.scale(200);
          if (nearTop && !placing && getComponentCount() > 0) {
            older.run();
          }
        });
    viewport.addComponentListener(
        new java.awt.event.ComponentAdapter() {
          @Override
          public void componentResized(java.awt.event.ComponentEvent event) {
            if (atBottom) {
              toBottom();
            }
          }
        });
    scroll
        .getVerticalScrollBar()
        .addAdjustmentListener(
            event -> {
              if (event.getValueIsAdjusting() || isShowing()) {
                atBottom = isAtBottom();
              }
            });
  }

  /** What scrolls. */
  JScrollPane scroll() {
    return scroll;
  }

  private boolean isAtBottom() {
    Rectangle seen = scroll.getViewport().getViewRect();
    return seen.y + seen.height >= getHeight() - UIScale.scale(24);
  }

  /** Begins another conversation: at the unread line, or at the bottom. */
  void open(Exchange exchange, Optional<Message> firstUnread) {
    rows = new HashMap<>();
    placing = true;
    fill(exchange, firstUnread);
    MessageRow unread = firstUnread.map(m -> rows.get(Key.of(m))).orElse(null);
    if (unread == null) {
      toBottom();
    } else {
      int y = Math.max(0, unread.getY() - UIScale.scale(64));
      scroll.getViewport().setViewPosition(new Point(0, Math.min(y, lowest())));
    }
    atBottom = isAtBottom();
    placing = false;
  }

  /** Shows what is new or changed. */
  void show(Exchange exchange, Optional<Message> firstUnread) {
    boolean stay = atBottom;
    int fromBottom = getHeight() - scroll.getViewport().getViewPosition().y;
    int before = getHeight();
    Optional<Message> oldestBefore = oldestShown();
    placing = true;
    fill(exchange, firstUnread);
    boolean grewAbove = !Objects.equals(oldestBefore.map(Key::of), exchange.oldest().map(Key::of));
    if (stay) {
      toBottom();
    } else if (grewAbove && getHeight() != before) {
      scroll.getViewport().setViewPosition(new Point(0, Math.max(0, getHeight() - fromBottom)));
    }
    placing = false;
  }

  private Optional<Message> oldestShown() {
    for (java.awt.Component child : getComponents()) {
      if (child instanceof MessageRow row) {
        return Optional.of(row.message());
      }
    }
    return Optional.empty();
  }

  private void fill(Exchange exchange, Optional<Message> firstUnread) {
    Map<Key, MessageRow> next = new HashMap<>();
    Times times = new Times(context);
    removeAll();
    LocalDate day = null;
    for (Message message : exchange.messages()) {
      LocalDate its = times.dayOf(message.time());
      if (!its.equals(day)) {
        day = its;
        add(new LineRow(times.day(message.time()), "note"));
      }
      if (firstUnread.isPresent() && Exchange.same(firstUnread.get(), message)) {
        add(new LineRow(context.word("ui.conversations.unread"), "unread"));
      }
      MessageRow row = rows.get(Key.of(message));
      if (row == null) {
        row = new MessageRow(context, message, why.apply(message), actions);
      } else {
        row.show(message, why.apply(message));
      }
      next.put(Key.of(message), row);
      add(row);
    }
    rows = next;
    revalidate();
    scroll.validate();
    repaint();
  }

  private int lowest() {
    return Math.max(0, getHeight() - scroll.getViewport().getExtentSize().height);
  }

  private void toBottom() {
    scroll.validate();
    scroll.getViewport().setViewPosition(new Point(0, lowest()));
    atBottom = true;
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
