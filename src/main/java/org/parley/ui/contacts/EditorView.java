package org.parley.ui.contacts;

import java.awt.Component;
import java.util.Arrays;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.parley.directory.ContactForm;
import org.parley.directory.Password;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.PasswordInput;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Property;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.StrengthMeter;
import org.parley.ui.common.UiContext;

/** The form of one contact. */
final class EditorView {
  private static final int WIDTH = 416;

  private final Sheet sheet;
  private final JTextField name = new JTextField();
  private final JTextField host = new JTextField();
  private final JTextField port = new JTextField();
  private final JPasswordField password;
  private final EditorController controller;
  private final Field passwordField;
  private boolean filling;

  EditorView(
      UiContext ui, EditorModel model, EditorController controller, Component over, boolean fresh) {
    this.controller = controller;
    sheet = new Sheet(over, "contact", ui.word(fresh ? "ui.contact.add" : "ui.contact.edit"));
    name.setName("contact.name");
    host.setName("contact.host");
    port.setName("contact.port");
    password = new PasswordInput("contact.password", ui);
    Field nameField = new Field(ui.word("ui.contact.name"), name, WIDTH);
    nameField.setHint(ui.word("ui.contact.name.hint"));
    Field hostField = new Field(ui.word("ui.contact.host"), host, WIDTH - 128);
    Field portField = new Field(ui.word("ui.contact.port"), port, 112);
    passwordField = new Field(ui.word("ui.contact.password"), password, passwordRow(ui), WIDTH);
    JPanel warning = notice("contact.lookalike", model.lookalike);
    JPanel meanwhile = notice("contact.meanwhile", model.meanwhile);
    JPanel form =
        new JPanel(
            new MigLayout("insets 0, fillx, gap 16 16, hidemode 3", "[grow, fill][112!, fill]"));
    form.setOpaque(false);
    form.add(meanwhile, "span, wrap");
    form.add(nameField, "span, wrap");
    form.add(warning, "span, wrap");
    form.add(hostField, "aligny top");
    form.add(portField, "aligny top, wrap");
    form.add(passwordField, "span, wrap");
    form.add(new StrengthMeter(password, ui), "span");
    JButton save = Buttons.of("contact.save", ui.word("ui.common.save"), this::save);
    JButton cancel =
        Buttons.of("contact.cancel", ui.word("ui.common.cancel"), controller::onCancel);
    sheet.add(form).mainButton(save).button(cancel);
    for (JTextComponent input : new JTextComponent[] {name, host, port, password}) {
      Inputs.onChange(input, this::typed);
    }
    model.faults.follow(
        faults -> {
          nameField.setFault(faults.get(org.parley.directory.Field.NAME));
          hostField.setFault(faults.get(org.parley.directory.Field.HOST));
          portField.setFault(faults.get(org.parley.directory.Field.PORT));
          passwordField.setFault(faults.get(org.parley.directory.Field.PASSWORD));
          sheet.fit();
        });
    model.saving.follow(saving -> save.setEnabled(!saving));
  }

  private JPanel notice(String called, Property<String> sentence) {
    JTextArea text = Plain.prose("", WIDTH - 32);
    text.setName(called);
    JPanel panel = new JPanel(new MigLayout("insets 8 16 8 16, fillx"));
    panel.putClientProperty("FlatLaf.styleClass", "notice");
    panel.add(text);
    sentence.follow(
        now -> {
          text.setText(now);
          panel.setVisible(!now.isEmpty());
          sheet.fit();
        });
    return panel;
  }

  private JPanel passwordRow(UiContext ui) {
    JPanel row = new JPanel(new MigLayout("insets 0, fillx, gap 8", "[grow, fill][]"));
    row.setOpaque(false);
    row.add(password, "wmin 0");
    row.add(
        Buttons.of("contact.generate", "generate", ui.word("ui.contact.generate"), this::generate));
    return row;
  }

  private void generate() {
    setPassword(controller.generate());
    password.putClientProperty("FlatLaf.style", null);
  }

  private void setPassword(char[] chars) {
    // A document holds characters of its own, which setText("") lets go of.
    password.setText(new String(chars));
    Arrays.fill(chars, '\0');
  }

  private void typed() {
    if (!filling) {
      controller.onTyped(name.getText(), host.getText(), port.getText(), password.getPassword());
    }
  }

  private void save() {
    controller.onSave(name.getText(), host.getText(), port.getText(), password.getPassword());
  }

  void open(ContactForm form, String hint) {
    filling = true;
    name.setText(form.name());
    host.setText(form.host());
    port.setText(form.port());
    Password known = form.password();
    setPassword(known == null ? new char[0] : known.chars());
    passwordField.setHint(hint);
    filling = false;
    typed();
    sheet.open();
    filling = true;
    password.setText("");
  }

  void close() {
    sheet.close();
  }

  Component component() {
    return sheet.component();
  }
}
