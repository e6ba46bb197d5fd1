package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.parley.messaging.Message;
import org.parley.ui.common.Clipboards;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;

/** One quiet line for all removed messages in a row: how many, and from when to when. */
final class RemovedRow extends TalkRow {
  private static final long serialVersionUID = 1L;

  private static final int PAD = 6;
  private static final int GAP = 2;
  private static final int BESIDE = 12;

  private final UiContext context;
  private final MessageActions actions;
  private final JLabel what = Plain.label("", "note");
  private final JLabel when = Plain.label("", "note");
  private Part part;

  RemovedRow(UiContext context, Part part, MessageActions actions, RowSelection selection) {
    this.context = context;
    this.actions = actions;
    this.part = part;
    setName("removed");
    what.setIcon(Icons.of("remove", 14));
    add(what);
    add(when);
    selection.follow(this, this);
    show(part);
  }

  /** Shows what the stretch has become. */
  void show(Part now) {
    part = now;
    what.setText(context.word("ui.removed", now.count()));
    when.setText(span());
    getAccessibleContext()
        .setAccessibleName(context.word("ui.removed.spoken", what.getText(), when.getText()));
    revalidate();
    repaint();
  }

  private String span() {
    Times times = new Times(context);
    boolean oneDay = !spansDays();
    String from = oneDay ? times.clock(first()) : times.day(first());
    String to = oneDay ? times.clock(last()) : times.day(last());
    return from.equals(to) ? from : context.word("ui.removed.span", from, to);
  }

  /** Whether it begins on one day and ends on another. */
  boolean spansDays() {
    Times times = new Times(context);
    return !times.dayOf(first()).equals(times.dayOf(last()));
  }

  private java.time.Instant first() {
    return part.first().time();
  }

  private java.time.Instant last() {
    return part.last().time();
  }

  /** What it says, on one line. */
  String line() {
    return what.getText() + "  ·  " + when.getText();
  }

  void copy() {
    Clipboards.copy(line());
  }

  @Override
  public JPopupMenu getComponentPopupMenu() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("removed.menu");
    menu.add(item("removed.copy", "copy", "ui.message.copyChosen", this::copy));
    menu.add(
        item(
            "removed.details",
            "reveal",
            part.count() == 1 ? "ui.message.details" : "ui.removed.details",
            () -> actions.details(part.first())));
    return menu;
  }

  private JMenuItem item(String name, String icon, String word, Runnable action) {
    JMenuItem item = new JMenuItem(context.word(word), Icons.of(icon));
    item.setName(name);
    item.addActionListener(event -> action.run());
    return item;
  }

  @Override
  int heightAt(int width) {
    return arrange(width, false);
  }

  @Override
  public void doLayout() {
    arrange(getWidth(), true);
  }

  /** Beside one another where both fit, else below one another. */
  private int arrange(int width, boolean place) {
    Dimension first = what.getPreferredSize();
    Dimension second = when.getPreferredSize();
    int pad = UIScale.scale(PAD);
    int beside = UIScale.scale(BESIDE);
    int both = first.width + beside + second.width;
    int room = width - 2 * UIScale.scale(SIDE);
    if (both <= room) {
      int high = Math.max(first.height, second.height);
      if (place) {
        int x = (width - both) / 2;
        what.setBounds(x, pad, first.width, high);
        when.setBounds(x + first.width + beside, pad, second.width, high);
      }
      return high + 2 * pad;
    }
    int below = pad + first.height + UIScale.scale(GAP);
    if (place) {
      centre(what, pad, first, room);
      centre(when, below, second, room);
    }
    return below + second.height + pad;
  }

  private void centre(JLabel label, int y, Dimension wanted, int room) {
    int wide = Math.min(room, wanted.width);
    label.setBounds((getWidth() - wide) / 2, y, wide, wanted.height);
  }

  @Override
  Message message() {
    return part.first();
  }

  /** Those that it shows. */
  Part part() {
    return part;
  }

  @Override
  boolean shows(Message one) {
    return part.shows(one);
  }
}
