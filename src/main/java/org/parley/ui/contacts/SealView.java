package org.parley.ui.contacts;

import java.awt.Component;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JRadioButton;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.PasswordInput;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.StrengthMeter;
import org.parley.ui.common.UiContext;

/** Asks what the directory file is to be sealed with: the profile, or a passphrase of its own. */
final class SealView {
  private static final int WIDTH = 416;

  private final UiContext ui;
  private final Sheet sheet;
  private final JRadioButton profile;
  private final JRadioButton own;
  private final JPasswordField fresh;
  private final JPasswordField repeat;
  private final Field freshField;
  private final Field repeatField;
  private final JButton go;
  private char @Nullable [] passphrase;
  private boolean agreed;

  SealView(UiContext ui, Component over) {
    this.ui = ui;
    sheet = new Sheet(over, "seal", ui.word("ui.contacts.seal.title"));
    profile = choice("seal.profile", ui.word("ui.contacts.seal.profile"));
    own = choice("seal.own", ui.word("ui.contacts.seal.own"));
    ButtonGroup group = new ButtonGroup();
    group.add(profile);
    group.add(own);
    fresh = new PasswordInput("seal.passphrase", ui);
    repeat = new PasswordInput("seal.repeat", ui);
    freshField = new Field(ui.word("ui.passphrase"), fresh, WIDTH - 24);
    repeatField = new Field(ui.word("ui.passphrase.repeat"), repeat, WIDTH - 24);
    go = Buttons.of("seal.go", ui.word("ui.contacts.seal"), this::onGo);
    JPanel fields =
        new JPanel(new MigLayout("insets 0 24 0 0, fillx, wrap 1, gap 0 8", "[grow, fill]"));
    fields.setOpaque(false);
    fields.add(freshField);
    fields.add(new StrengthMeter(fresh, ui));
    fields.add(repeatField);
    JPanel form =
        new JPanel(new MigLayout("insets 0, fillx, wrap 1, gap 0 4, hidemode 3", "[grow, fill]"));
    form.setOpaque(false);
    form.add(profile);
    form.add(
        Plain.prose(ui.word("ui.contacts.seal.profile.note"), WIDTH - 24, "note"), "gapleft 24");
    form.add(own, "gaptop 12");
    form.add(Plain.prose(ui.word("ui.contacts.seal.own.note"), WIDTH - 24, "note"), "gapleft 24");
    form.add(fields, "gaptop 8");
    sheet
        .add(Plain.prose(ui.word("ui.contacts.seal.sentence"), WIDTH))
        .add(form)
        .mainButton(go)
        .button(Buttons.of("seal.cancel", ui.word("ui.common.cancel"), sheet::close));
    profile.setSelected(true);
    fields.setVisible(false);
    own.addItemListener(
        event -> {
          fields.setVisible(own.isSelected());
          sheet.fit();
          if (own.isSelected()) {
            Inputs.focus(fresh);
          }
        });
  }

  private static JRadioButton choice(String name, String text) {
    JRadioButton choice = Plain.withoutHtml(new JRadioButton());
    choice.setText(text);
    choice.setName(name);
    choice.setOpaque(false);
    return choice;
  }

  private void onGo() {
    freshField.setFault(null);
    repeatField.setFault(null);
    if (own.isSelected()) {
      char[] typed = fresh.getPassword();
      char[] again = repeat.getPassword();
      boolean same = Arrays.equals(typed, again);
      Arrays.fill(again, '\0');
      if (typed.length == 0) {
        freshField.setFault(ui.word("ui.passphrase.none"));
      } else if (!same) {
        repeatField.setFault(ui.word("ui.fault.password.repeat"));
      }
      if (typed.length == 0 || !same) {
        Arrays.fill(typed, '\0');
        sheet.fit();
        return;
      }
      passphrase = typed;
    }
    agreed = true;
    sheet.close();
  }

  /**
   * Shows it.
   *
   * @param withProfile called where the profile is to seal it
   * @param withOwn gets the passphrase, and wipes it
   */
  void open(Runnable withProfile, Consumer<char[]> withOwn) {
    sheet.open();
    fresh.setText("");
    repeat.setText("");
    char[] given = passphrase;
    if (given != null) {
      withOwn.accept(given);
    } else if (agreed) {
      withProfile.run();
    }
  }
}
