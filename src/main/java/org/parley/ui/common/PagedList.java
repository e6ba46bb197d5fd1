package org.parley.ui.common;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListModel;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/**
 * A list that asks for more as one scrolls towards its end, and keeps its place and its selection
 * when what it shows grows at either end. Used on the event thread.
 *
 * @param <T> what it lists; immutable
 */
public final class PagedList<T> {
  private static final int ROWS_AHEAD = 10;

  private final DefaultListModel<T> rows = new DefaultListModel<>();
  private final JList<T> list = new Narrow<>(rows);
  private final JScrollPane scroll = new JScrollPane(list);
  private final Function<T, Object> key;
  private boolean filling;

  /**
   * A list.
   *
   * @param key tells two rows apart, also after one has changed
   * @param chosen told of each row that the user chooses
   * @param nearEnd told when the last rows come into sight
   */
  public PagedList(
      String name,
      String title,
      ListCellRenderer<? super T> cell,
      Function<T, Object> key,
      Consumer<T> chosen,
      Runnable nearEnd) {
    this.key = key;
    list.setName(name);
    list.getAccessibleContext().setAccessibleName(title);
    list.setCellRenderer(cell);
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.putClientProperty("FlatLaf.styleClass", "side");
    list.addListSelectionListener(
        event -> {
          T value = list.getSelectedValue();
          if (!filling && !event.getValueIsAdjusting() && value != null) {
            chosen.accept(value);
          }
        });
    scroll.setBorder(BorderFactory.createEmptyBorder());
    JScrollBar bar = scroll.getVerticalScrollBar();
    bar.setUnitIncrement(16);
    bar.addAdjustmentListener(
        event -> {
          int last = list.getLastVisibleIndex();
          if (!filling && last >= 0 && last >= rows.size() - ROWS_AHEAD) {
            nearEnd.run();
          }
        });
  }

  /** Runs the action when a row is clicked twice, or Enter is pressed on it. */
  public void onOpen(Consumer<T> open) {
    Inputs.onKey(list, "ENTER", () -> chosen(open));
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2) {
              chosen(open);
            }
          }
        });
  }

  private void chosen(Consumer<T> open) {
    T value = list.getSelectedValue();
    if (value != null) {
      open.accept(value);
    }
  }

  /** Shows these, in place of what was shown. */
  public void show(List<T> now) {
    filling = true;
    T before = list.getSelectedValue();
    boolean grown = now.size() >= rows.size() && startsWithRows(now);
    if (grown) {
      rows.addAll(now.subList(rows.size(), now.size()));
    } else {
      int first = list.getFirstVisibleIndex();
      Object anchor = first > 0 ? key.apply(rows.get(first)) : null;
      rows.clear();
      rows.addAll(now);
      select(before == null ? null : key.apply(before), false);
      int at = anchor == null ? -1 : index(anchor);
      if (at >= 0) {
        list.ensureIndexIsVisible(rows.size() - 1);
        list.ensureIndexIsVisible(at);
      }
    }
    filling = false;
  }

  private boolean startsWithRows(List<T> now) {
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).equals(now.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Selects the row of that key, if it is there, without telling of it; null selects none. */
  public void select(@Nullable Object wanted, boolean intoSight) {
    boolean before = filling;
    filling = true;
    int at = wanted == null ? -1 : index(wanted);
    if (at < 0) {
      list.clearSelection();
    } else {
      list.setSelectedIndex(at);
      if (intoSight) {
        list.ensureIndexIsVisible(at);
      }
    }
    filling = before;
  }

  private int index(Object wanted) {
    for (int i = 0; i < rows.size(); i++) {
      if (key.apply(rows.get(i)).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** The list itself. */
  public JList<T> list() {
    return list;
  }

  /** What to put into a window. */
  public JScrollPane component() {
    return scroll;
  }

  /** Never wider than what one sees of it: its cells cut what is too long. */
  private static final class Narrow<E> extends JList<E> {
    private static final long serialVersionUID = 1L;

    Narrow(ListModel<E> rows) {
      super(rows);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
      return true;
    }
  }
}
