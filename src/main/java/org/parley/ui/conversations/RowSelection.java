package org.parley.ui.conversations;

import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.parley.messaging.Message;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Property;

/**
 * Which messages are chosen, by mouse and by keyboard. One of the rows is the current one: the tab
 * key leads to it, and the arrow keys from it to the others. What is chosen stays so where its row
 * is let go.
 */
final class RowSelection {
  private final Supplier<List<TalkRow>> rows;
  private final Function<MouseEvent, Optional<TalkRow>> under;
  private final Map<MessageKey, Message> chosen = new HashMap<>();
  private final Property<Integer> count = new Property<>(0);
  private Optional<Message> current = Optional.empty();
  private Optional<Message> anchor = Optional.empty();
  private Optional<Message> pointed = Optional.empty();

  /**
   * Nothing is chosen.
   *
   * @param rows those that are shown, oldest first
   * @param under the row under the mouse
   */
  RowSelection(Supplier<List<TalkRow>> rows, Function<MouseEvent, Optional<TalkRow>> under) {
    this.rows = rows;
    this.under = under;
  }

  /** How many are chosen. */
  Property<Integer> count() {
    return count;
  }

  /** Those that are chosen, oldest first. */
  List<Message> chosen() {
    List<Message> all = new ArrayList<>(chosen.values());
    all.sort(
        Comparator.comparing(Message::time)
            .thenComparing(m -> m.seq() == null ? Long.MAX_VALUE : m.seq()));
    return all;
  }

  /** The row that the tab key leads to; the newest where none was yet. */
  Optional<TalkRow> current() {
    List<TalkRow> all = rows.get();
    return all.stream()
        .filter(r -> current.filter(r::shows).isPresent())
        .findFirst()
        .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)));
  }

  /** Goes on with nothing chosen and no current row. */
  void reset() {
    current = Optional.empty();
    clear();
  }

  void clear() {
    chosen.clear();
    pointed = Optional.empty();
    anchor = Optional.empty();
    changed();
  }

  /** A message is no more. */
  void forget(MessageKey gone) {
    chosen.remove(gone);
    changed();
  }

  void toggle(MessageRow row) {
    MessageKey key = MessageKey.of(row.message());
    if (chosen.remove(key) == null) {
      chosen.put(key, row.message());
    }
    current = Optional.of(row.message());
    anchor = current;
    changed();
  }

  void all() {
    choose(rows.get());
    changed();
  }

  /** Of what was removed there is nothing to choose. */
  private void choose(List<TalkRow> those) {
    for (TalkRow one : those) {
      if (one instanceof MessageRow) {
        chosen.put(MessageKey.of(one.message()), one.message());
      }
    }
  }

  /** Chooses from where choosing began to that row, and nothing else. */
  void extendTo(TalkRow row) {
    List<TalkRow> all = rows.get();
    Message from = anchor.or(() -> current).orElseGet(row::message);
    anchor = Optional.of(from);
    int to = all.indexOf(row);
    int start = to;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).shows(from)) {
        start = i;
      }
    }
    chosen.clear();
    choose(all.subList(Math.min(start, to), Math.max(start, to) + 1));
    current = Optional.of(row.message());
    changed();
  }

  /** Goes up or down by rows, and chooses what is on the way if wanted. */
  void step(int by, boolean extend) {
    List<TalkRow> all = rows.get();
    current()
        .ifPresent(
            now -> {
              int to = Math.max(0, Math.min(all.size() - 1, all.indexOf(now) + by));
              TalkRow row = all.get(to);
              if (extend) {
                current = Optional.of(now.message());
                extendTo(row);
              }
              go(row);
            });
  }

  /** Makes a row the current one, with the focus, in sight. */
  void go(TalkRow row) {
    current = Optional.of(row.message());
    Inputs.focus(row);
    ((JComponent) row.getParent()).scrollRectToVisible(row.getBounds());
  }

  /** Makes a row the current one, and shows where it is, until something is chosen or clicked. */
  void point(TalkRow row) {
    clear();
    current = Optional.of(row.message());
    pointed = current;
    changed();
  }

  /** Rows were put in or let go, or their messages changed. */
  void refresh() {
    changed();
  }

  private void changed() {
    for (TalkRow row : rows.get()) {
      boolean at = pointed.filter(row::shows).isPresent();
      if (row instanceof MessageRow) {
        MessageKey key = MessageKey.of(row.message());
        chosen.computeIfPresent(key, (same, before) -> row.message());
        row.setChosen(at || chosen.containsKey(key));
      } else {
        chosen.values().removeIf(row::shows);
        row.setChosen(at);
      }
    }
    count.set(chosen.size());
  }

  /** Follows the mouse in a component of the row: the row itself, or a text in it. */
  void follow(TalkRow row, JComponent part) {
    Mouse mouse = new Mouse(row, part);
    part.addMouseListener(mouse);
    part.addMouseMotionListener(mouse);
    part.addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent event) {
            current = Optional.of(row.message());
            row.repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            row.repaint();
          }
        });
  }

  private final class Mouse extends MouseAdapter {
    private final TalkRow row;
    private final JComponent part;

    Mouse(TalkRow row, JComponent part) {
      this.row = row;
      this.part = part;
    }

    @Override
    public void mousePressed(MouseEvent event) {
      if (!SwingUtilities.isLeftMouseButton(event) || event.isPopupTrigger()) {
        return;
      }
      int menu = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
      if (event.isShiftDown()) {
        noText();
        extendTo(row);
      } else if ((event.getModifiersEx() & menu) != 0) {
        noText();
        if (row instanceof MessageRow message) {
          toggle(message);
        }
      } else {
        clear();
        anchor = Optional.of(row.message());
      }
      if (part == row) {
        go(row);
      }
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      Optional<TalkRow> over = under.apply(event);
      if (over.isPresent() && (over.get() != row || count.get() > 0)) {
        noText();
        extendTo(over.get());
      }
    }

    private void noText() {
      if (part instanceof MessageText text) {
        text.select(0, 0);
      }
    }
  }

  /** A point of an event in another component's place. */
  static Point in(Component other, MouseEvent event) {
    return SwingUtilities.convertPoint(event.getComponent(), event.getPoint(), other);
  }
}
