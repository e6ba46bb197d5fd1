package org.parley.ui.contacts;

import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.parley.directory.DirectoryEntry;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Property;
import org.parley.ui.common.UiContext;

/** What can be done with the entries, and the filter over them. */
final class ContactsTools extends JPanel {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final transient ContactsModel model;
  private final JTextField filter = new JTextField();
  private final JButton edit;
  private final JButton remove;
  private final JButton check;
  private final JButton reveal;
  private final JButton checkAll;
  private final JButton undo;
  private final JButton redo;

  ContactsTools(
      UiContext context, ContactsModel model, ContactsController controller, Runnable intoList) {
    super(new MigLayout("insets 0, fillx, wrap 1, gap 0 12", "[grow, fill]"));
    this.context = context;
    this.model = model;
    setOpaque(false);
    edit =
        Buttons.of("contacts.edit", "edit", context.word("ui.contacts.edit"), controller::onEdit);
    remove =
        Buttons.of(
            "contacts.remove", "remove", context.word("ui.contacts.remove"), controller::onRemove);
    check =
        Buttons.of(
            "contacts.check", "check", context.word("ui.contacts.check"), controller::onCheck);
    reveal =
        Buttons.of(
            "contacts.reveal", "reveal", context.word("ui.contacts.reveal"), controller::onReveal);
    checkAll =
        Buttons.quiet(
            "contacts.checkAll", context.word("ui.contacts.checkAll"), controller::onCheckAll);
    undo =
        Buttons.icon("contacts.undo", "undo", context.word("ui.contacts.undo"), controller::onUndo);
    redo =
        Buttons.icon("contacts.redo", "redo", context.word("ui.contacts.redo"), controller::onRedo);
    add(buttons(controller));
    add(second(controller));
    fillFilter(intoList);
    bind();
  }

  private JPanel buttons(ContactsController controller) {
    JPanel row = row();
    JButton add =
        Buttons.of("contacts.add", "add", context.word("ui.contacts.add"), controller::onAdd);
    add.putClientProperty("FlatLaf.styleClass", "primary");
    for (JButton button : List.of(add, edit, check, reveal, remove)) {
      row.add(button, "wmin 40"); // at large texts they are cut with dots, and what follows stays
    }
    row.add(undo, "gapbefore push");
    row.add(redo);
    return row;
  }

  private JPanel second(ContactsController controller) {
    JPanel row = row();
    row.add(filter, "growx, pushx, wmin 120");
    row.add(checkAll, "gapbefore 16");
    row.add(
        Buttons.quiet("contacts.import", context.word("ui.contacts.import"), controller::onImport));
    row.add(
        Buttons.quiet("contacts.export", context.word("ui.contacts.export"), controller::onExport));
    return row;
  }

  private static JPanel row() {
    JPanel row = new JPanel(new MigLayout("insets 0, nogrid, fillx, gap 8"));
    row.setOpaque(false);
    return row;
  }

  private void fillFilter(Runnable intoList) {
    filter.setName("contacts.filter");
    filter.putClientProperty("JTextField.placeholderText", context.word("ui.contacts.filter"));
    filter.putClientProperty("JTextField.leadingIcon", Icons.of("search"));
    filter.putClientProperty("JTextField.showClearButton", true);
    filter.getAccessibleContext().setAccessibleName(context.word("ui.contacts.filter"));
    Inputs.onChange(filter, () -> model.filter.set(filter.getText()));
    Inputs.onKey(filter, "ESCAPE", () -> filter.setText(""));
    Inputs.onKey(filter, "DOWN", intoList);
    Inputs.onKey(filter, "ENTER", intoList);
  }

  private void bind() {
    model.filter.follow(
        text -> {
          if (!filter.getText().equals(text)) {
            filter.setText(text);
          }
        });
    model.chosen.follow(chosen -> enableButtons());
    model.revealed.follow(shown -> enableButtons());
    model.entries.follow(entries -> enableButtons());
    String menu =
        InputEvent.getModifiersExText(Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx());
    String shift = InputEvent.getModifiersExText(InputEvent.SHIFT_DOWN_MASK);
    String undoKey = menu + "+Z";
    String redoKey = menu + "+" + shift + "+Z";
    bind(
        undo,
        model.undo,
        context.word("ui.contacts.undo"),
        step -> context.word("ui.contacts.undo.what", step, undoKey));
    bind(
        redo,
        model.redo,
        context.word("ui.contacts.redo"),
        step -> context.word("ui.contacts.redo.what", step, redoKey));
  }

  /** The tooltip names the step, and so does what a screen reader says. */
  private static void bind(
      JButton button, Property<Optional<String>> step, String none, UnaryOperator<String> naming) {
    step.follow(
        now -> {
          String text = now.map(naming).orElse(none);
          button.setEnabled(now.isPresent());
          button.setToolTipText(text);
          button.getAccessibleContext().setAccessibleName(text);
        });
  }

  private void enableButtons() {
    List<DirectoryEntry> chosen = model.chosen.get();
    edit.setEnabled(chosen.size() == 1);
    remove.setEnabled(!chosen.isEmpty());
    check.setEnabled(chosen.stream().anyMatch(entry -> entry.contact() != null));
    reveal.setEnabled(chosen.stream().anyMatch(entry -> entry.form().password() != null));
    boolean shown = !chosen.isEmpty() && model.revealed.get().containsAll(chosen);
    reveal.setText(context.word(shown ? "ui.contacts.hide" : "ui.contacts.reveal"));
    boolean some = !model.entries.get().isEmpty();
    checkAll.setEnabled(some);
    filter.setEnabled(some);
  }

  void focusFilter() {
    Inputs.focus(filter);
    filter.selectAll();
  }
}
