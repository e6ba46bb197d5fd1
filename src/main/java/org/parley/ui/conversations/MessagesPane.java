package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.EmptyPlace;
import org.parley.ui.common.UiContext;

/** What scrolls, and over its lower right corner the way to the newest message. */
final class MessagesPane extends JLayeredPane {
  private static final long serialVersionUID = 1L;

  private static final int EDGE = 16;

  private final UiContext context;
  private final JComponent scroll;
  private final JButton newest;
  private final JComponent untouched;

  MessagesPane(UiContext context, JComponent scroll, Runnable toNewest) {
    this.context = context;
    this.scroll = scroll;
    newest = Buttons.of("newest", "down", "", toNewest);
    newest.putClientProperty("FlatLaf.styleClass", "floating");
    untouched =
        new EmptyPlace(
            context.word("ui.conversations.untouched.title"),
            context.word("ui.conversations.untouched.sentence"),
            "conversations");
    untouched.setName("untouched");
    untouched.setVisible(false);
    add(scroll, DEFAULT_LAYER);
    add(untouched, PALETTE_LAYER);
    add(newest, PALETTE_LAYER);
    show(false, 0);
  }

  /** Says what will be here, while there is no message. */
  void showUntouched(boolean wanted) {
    untouched.setVisible(wanted);
    revalidate();
  }

  /**
   * Shows the way down, or not.
   *
   * @param below how many came in below since
   */
  void show(boolean wanted, int below) {
    newest.setVisible(wanted);
    newest.setText(below == 0 ? "" : context.word("ui.conversations.newBelow", below));
    newest
        .getAccessibleContext()
        .setAccessibleName(
            below == 0
                ? context.word("ui.conversations.newest")
                : context.word("ui.conversations.newBelow", below));
    newest.setToolTipText(context.word("ui.conversations.newest"));
    revalidate();
  }

  @Override
  public void doLayout() {
    scroll.setBounds(0, 0, getWidth(), getHeight());
    untouched.setBounds(0, 0, getWidth(), getHeight());
    Dimension wanted = newest.getPreferredSize();
    int high = UIScale.scale(36);
    int wide = Math.max(high, wanted.width);
    int edge = UIScale.scale(EDGE);
    newest.setBounds(getWidth() - wide - edge - 8, getHeight() - high - edge, wide, high);
  }

  @Override
  public Dimension getPreferredSize() {
    return scroll.getPreferredSize();
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, 0);
  }

  @Override
  public boolean isOptimizedDrawingEnabled() {
    return false; // the button lies over what scrolls
  }
}
