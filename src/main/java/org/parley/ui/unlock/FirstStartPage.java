package org.parley.ui.unlock;

import java.util.Map;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.PasswordInput;
import org.parley.ui.common.Plain;
import org.parley.ui.common.StrengthMeter;
import org.parley.ui.common.UiContext;
import org.parley.ui.unlock.UnlockModel.Input;

/** Own name, port, and a startup password twice. */
final class FirstStartPage extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JTextField name = new JTextField();
  private final JPasswordField password;
  private final JPasswordField repeat;
  private final ProfileFields more;
  private final Field nameField;
  private final Field passwordField;
  private final Field repeatField;
  private final JButton create;
  private final JButton restore;
  private final JButton back;
  private final UnlockController controller;

  FirstStartPage(UiContext ui, UnlockModel model, UnlockController controller) {
    super(new MigLayout("insets 0, fillx, wrap 1, gap 0 16, hidemode 3", "[grow, fill]"));
    this.controller = controller;
    setOpaque(false);
    name.setName("first.name");
    password = new PasswordInput("first.password", ui);
    repeat = new PasswordInput("first.repeat", ui);
    nameField = new Field(ui.word("ui.first.name"), name, UnlockView.WIDTH);
    passwordField = new Field(ui.word("ui.first.password"), password, UnlockView.WIDTH);
    repeatField = new Field(ui.word("ui.first.repeat"), repeat, UnlockView.WIDTH);
    more = new ProfileFields("first", false, true, ui, model);
    create = Buttons.of("first.create", ui.word("ui.first.create"), this::submit);
    restore = Buttons.quiet("first.restore", ui.word("ui.restore.open"), controller::onRestore);
    back = Buttons.of("first.back", ui.word("ui.common.back"), controller::onBack);
    nameField.setHint(ui.word("ui.first.name.hint"));
    add(nameField);
    add(more.portField());
    add(passwordField);
    add(new StrengthMeter(password, ui));
    add(repeatField);
    add(Plain.prose(ui.word("ui.first.warning"), UnlockView.WIDTH, "note"));
    add(more);
    JPanel buttons = new JPanel(new MigLayout("insets 0, nogrid, fillx, hidemode 3"));
    buttons.setOpaque(false);
    buttons.add(back);
    buttons.add(restore);
    buttons.add(create, "gapleft push");
    add(buttons);
    model.chosen.follow(
        chosen ->
            chosen.ifPresent(
                p -> {
                  String known = p.name();
                  name.setText(known == null ? "" : known);
                }));
    model.profiles.follow(all -> back.setVisible(!model.existing().isEmpty()));
    model.faults.follow(this::show);
    model.busy.follow(
        busy -> {
          create.setEnabled(busy.isEmpty());
          restore.setEnabled(busy.isEmpty());
        });
  }

  private void show(Map<Input, String> faults) {
    nameField.setFault(faults.get(Input.NAME));
    passwordField.setFault(faults.getOrDefault(Input.PASSWORD, faults.get(Input.PROFILE)));
    repeatField.setFault(faults.get(Input.REPEAT));
  }

  private void submit() {
    controller.onCreate(
        name.getText(),
        more.port(),
        more.folder(),
        more.directory(),
        password.getPassword(),
        repeat.getPassword());
  }

  /** Takes what was typed out of the fields. */
  void forget() {
    password.setText("");
    repeat.setText("");
  }

  JButton mainButton() {
    return create;
  }

  void focus() {
    Inputs.focus(name.getText().isEmpty() ? name : password);
  }
}
