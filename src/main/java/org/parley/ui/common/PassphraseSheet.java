package org.parley.ui.common;

import java.awt.Component;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPasswordField;
import org.jspecify.annotations.Nullable;

/** Asks for a passphrase that is known already. Used on the event thread. */
public final class PassphraseSheet {
  private static final int WIDTH = 400;

  private final Sheet sheet;
  private final UiContext ui;
  private final JPasswordField input;
  private final Field field;
  private final JButton go;

  /**
   * A sheet over the window.
   *
   * @param sentence what it opens
   */
  public PassphraseSheet(UiContext ui, @Nullable Component over, String title, String sentence) {
    this.ui = ui;
    sheet = new Sheet(over, "passphrase", title);
    input = new PasswordInput("passphrase.input", ui);
    field = new Field(ui.word("ui.passphrase"), input, WIDTH);
    go = Buttons.of("passphrase.go", ui.word("ui.passphrase.go"), () -> {});
    Inputs.onChange(input, () -> field.setFault(null));
    sheet
        .add(Plain.prose(sentence, WIDTH))
        .add(field)
        .mainButton(go)
        .button(Buttons.of("passphrase.cancel", ui.word("ui.common.cancel"), sheet::close));
  }

  /**
   * Shows it until it is closed, then forgets what was typed.
   *
   * @param use gets what was typed, each time, and wipes it
   */
  public void open(Consumer<char[]> use) {
    go.addActionListener(
        event -> {
          char[] typed = input.getPassword();
          if (typed.length == 0) {
            fault(ui.word("ui.passphrase.none"));
          } else {
            go.setEnabled(false);
            use.accept(typed);
          }
        });
    sheet.open();
    input.setText("");
  }

  /**
   * Shows it until a passphrase was given or it was closed.
   *
   * @return what was typed, which the caller wipes; null for none
   */
  public char @Nullable [] ask() {
    char[][] given = new char[1][];
    open(
        typed -> {
          given[0] = typed;
          close();
        });
    return given[0];
  }

  /** It did not open. */
  public void fault(String sentence) {
    go.setEnabled(true);
    field.setFault(sentence);
    input.selectAll();
    sheet.fit();
  }

  /** Closes it. */
  public void close() {
    sheet.close();
  }

  /** What dialogs over this one belong to. */
  public Component component() {
    return sheet.component();
  }

  /** Wipes it. */
  public static void wipe(char @Nullable [] passphrase) {
    if (passphrase != null) {
      Arrays.fill(passphrase, '\0');
    }
  }
}
