package org.parley.ui.conversations;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.LineBelow;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Find;

/** The search in the conversation that is open. */
final class FindBar extends JPanel {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final JTextField field = new JTextField();
  private final JLabel count = Plain.label(" ", "note");
  private final JButton older;
  private final JButton newer;

  FindBar(UiContext context, ConversationsModel model, ConversationsController controller) {
    super(new MigLayout("insets 8 24 8 16, fillx, gap 8", "[grow, fill][96!][][][]", "[center]"));
    this.context = context;
    setOpaque(false);
    setBorder(new LineBelow());
    field.setName("find");
    field.putClientProperty("JTextField.placeholderText", context.word("ui.find.field"));
    field.putClientProperty("JTextField.leadingIcon", Icons.of("search"));
    field.getAccessibleContext().setAccessibleName(context.word("ui.find.field"));
    count.setName("find.count");
    older =
        Buttons.icon("find.older", "up", context.word("ui.find.older"), () -> controller.onHit(1));
    newer =
        Buttons.icon(
            "find.newer", "down", context.word("ui.find.newer"), () -> controller.onHit(-1));
    add(field, "wmin 0");
    add(count);
    add(older);
    add(newer);
    add(
        Buttons.icon(
            "find.close", "cancel", context.word("ui.common.close"), controller::onFindClosed));
    Inputs.onChange(field, () -> controller.onFindText(field.getText()));
    Inputs.onKey(field, "ENTER", () -> controller.onHit(1));
    Inputs.onKey(field, "shift ENTER", () -> controller.onHit(-1));
    Inputs.onKey(this, "ESCAPE", controller::onFindClosed);
    model.finding.follow(this::setVisible);
    model.find.follow(this::show);
  }

  private void show(Find find) {
    older.setEnabled(find.found() > 1);
    newer.setEnabled(find.found() > 1);
    count.setText(words(find));
    if (find.part().isEmpty() && !field.getText().isBlank()) {
      field.setText("");
    }
  }

  private String words(Find find) {
    if (find.part().isEmpty()) {
      return " ";
    }
    if (find.running()) {
      return context.word("ui.find.runs");
    }
    return find.found() == 0
        ? context.word("ui.find.nothing")
        : context.word(
            find.more() ? "ui.find.atOfMore" : "ui.find.at", find.at() + 1, find.found());
  }

  void focus() {
    Inputs.focus(field);
    field.selectAll();
  }
}
