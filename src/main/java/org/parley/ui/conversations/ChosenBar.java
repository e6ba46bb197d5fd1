package org.parley.ui.conversations;

import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.LineAbove;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;

/** How many messages are chosen, and what can be done to them. */
final class ChosenBar extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JLabel count = Plain.label("");

  ChosenBar(UiContext context, RowSelection selection, MessageActions actions) {
    super(new MigLayout("insets 8 24 8 24, fillx, gap 8", "[grow, fill][][][]", "[center]"));
    setOpaque(false);
    setBorder(new LineAbove());
    count.setName("chosen.count");
    add(count);
    add(
        Buttons.of(
            "chosen.copy",
            "copy",
            context.word("ui.message.copyChosen"),
            () -> actions.copy(selection.chosen())));
    add(
        Buttons.of(
            "chosen.remove",
            "remove",
            context.word("ui.message.remove"),
            () -> actions.remove(selection.chosen())));
    add(
        Buttons.icon(
            "chosen.close", "cancel", context.word("ui.message.unselect"), selection::clear));
    selection
        .count()
        .follow(
            now -> {
              count.setText(context.word("ui.message.chosen", now));
              setVisible(now > 0);
            });
  }
}
