package org.parley.ui.conversations;

import java.awt.Component;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.PasswordInput;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.AddressModel.Input;
import org.parley.ui.conversations.AddressModel.State;

/** The form for a message to an address. */
final class AddressView {
  private static final int WIDTH = 416;

  private final Sheet sheet;
  private final JTextField host = new JTextField();
  private final JTextField port = new JTextField();
  private final JPasswordField password;
  private final JTextArea text = new JTextArea(4, 20);

  AddressView(UiContext ui, AddressModel model, AddressController controller, Component over) {
    sheet = new Sheet(over, "toAddress", ui.word("ui.address.title"));
    host.setName("address.host");
    port.setName("address.port");
    password = new PasswordInput("address.password", ui);
    text.setName("address.text");
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    text.setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    Field hostField = new Field(ui.word("ui.address.host"), host, WIDTH * 2 / 3);
    Field portField = new Field(ui.word("ui.address.port"), port, WIDTH / 4);
    Field passwordField = new Field(ui.word("ui.address.password"), password, WIDTH);
    Field textField = new Field(ui.word("ui.address.text"), text, new JScrollPane(text), WIDTH);
    passwordField.setHint(ui.word("ui.address.password.hint"));
    JPanel form =
        new JPanel(new MigLayout("insets 0, fillx, gap 16 16", "[grow, fill][112!, fill]"));
    form.setOpaque(false);
    form.add(hostField, "aligny top");
    form.add(portField, "aligny top, wrap");
    form.add(passwordField, "span, wrap");
    form.add(textField, "span");
    JTextArea result = Plain.prose("", WIDTH);
    result.setName("address.result");
    JProgressBar bar = new JProgressBar();
    bar.setIndeterminate(true);
    bar.getAccessibleContext().setAccessibleName(ui.word("ui.address.runs"));
    JPanel below = new JPanel(new MigLayout("insets 0, fillx, wrap 1, hidemode 3, gap 0 8"));
    below.setOpaque(false);
    below.add(bar, "growx, h 4!");
    below.add(result);
    JButton send =
        Buttons.of(
            "address.send",
            ui.word("ui.composer.send"),
            () ->
                controller.onSend(
                    host.getText(), port.getText(), password.getPassword(), text.getText()));
    JButton cancel =
        Buttons.of("address.cancel", ui.word("ui.common.cancel"), controller::onCancel);
    JButton keep =
        Buttons.of("address.keep", "add", ui.word("ui.address.keep"), controller::onKeep);
    sheet.add(form).add(below).mainButton(send).button(cancel).sideButton(keep);
    model.faults.follow(
        faults -> {
          hostField.setFault(faults.get(Input.HOST));
          portField.setFault(faults.get(Input.PORT));
          passwordField.setFault(faults.get(Input.PASSWORD));
          textField.setFault(faults.get(Input.TEXT));
          sheet.fit();
        });
    model.result.follow(
        sentence -> {
          result.setText(sentence);
          result.setVisible(!sentence.isEmpty());
          sheet.fit();
        });
    model.canKeep.follow(keep::setVisible);
    model.state.follow(
        state -> {
          boolean editing = state == State.EDITING || state == State.FAILED;
          for (javax.swing.JComponent input :
              new javax.swing.JComponent[] {host, port, password, text}) {
            input.setEnabled(editing);
          }
          bar.setVisible(state == State.RUNNING);
          send.setVisible(state != State.DELIVERED);
          send.setEnabled(editing);
          result.putClientProperty("FlatLaf.styleClass", state == State.FAILED ? "fault" : "prose");
          cancel.setText(
              ui.word(state == State.DELIVERED ? "ui.common.close" : "ui.common.cancel"));
          sheet.fit();
        });
    model.faults.set(Map.of());
  }

  void open(String atHost, String atPort) {
    host.setText(atHost);
    port.setText(atPort);
    sheet.open();
    password.setText("");
  }

  void close() {
    sheet.close();
  }

  Component component() {
    return sheet.component();
  }
}
