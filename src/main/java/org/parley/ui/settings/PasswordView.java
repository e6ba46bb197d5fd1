package org.parley.ui.settings;

import java.awt.Component;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JPasswordField;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.PasswordInput;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.StrengthMeter;
import org.parley.ui.common.UiContext;
import org.parley.ui.settings.SettingsModel.Input;
import org.parley.ui.settings.SettingsModel.Told;

/** The old startup password, and the new one twice. */
final class PasswordView {
  private static final int WIDTH = 400;

  private final Sheet sheet;
  private final JPasswordField old;
  private final JPasswordField fresh;
  private final JPasswordField repeat;
  private final Field oldField;
  private final Field freshField;
  private final Field repeatField;

  PasswordView(
      UiContext ui, SettingsModel model, SettingsController controller, @Nullable Component over) {
    sheet = new Sheet(over, "password", ui.word("ui.settings.password.title"));
    old = new PasswordInput("password.old", ui);
    fresh = new PasswordInput("password.new", ui);
    repeat = new PasswordInput("password.repeat", ui);
    oldField = new Field(ui.word("ui.settings.password.current"), old, WIDTH);
    freshField = new Field(ui.word("ui.settings.password.new"), fresh, WIDTH);
    repeatField = new Field(ui.word("ui.settings.password.repeat"), repeat, WIDTH);
    JButton change =
        Buttons.of(
            "password.change",
            ui.word("ui.settings.password.change"),
            () ->
                controller.onPassword(
                    old.getPassword(),
                    fresh.getPassword(),
                    repeat.getPassword(),
                    () -> {
                      sheet.close();
                      controller.onPasswordChanged();
                    }));
    sheet
        .add(oldField)
        .add(freshField)
        .add(new StrengthMeter(fresh, ui))
        .add(repeatField)
        .add(Plain.prose(ui.word("ui.first.warning"), WIDTH, "note"))
        .add(Plain.prose(ui.word("ui.settings.password.old"), WIDTH, "note"))
        .mainButton(change)
        .button(Buttons.of("password.cancel", ui.word("ui.common.cancel"), sheet::close))
        .onClose(this::forget);
    model.told.follow(this::show);
    model.busy.follow(busy -> change.setEnabled(!busy));
  }

  private void show(Map<Input, Told> told) {
    mark(oldField, told.get(Input.OLD_PASSWORD));
    mark(freshField, told.get(Input.NEW_PASSWORD));
    mark(repeatField, told.get(Input.REPEAT));
    sheet.fit();
  }

  private static void mark(Field field, @Nullable Told told) {
    field.setFault(told == null ? null : told.sentence());
  }

  private void forget() {
    old.setText("");
    fresh.setText("");
    repeat.setText("");
  }

  void open() {
    sheet.open();
  }
}
