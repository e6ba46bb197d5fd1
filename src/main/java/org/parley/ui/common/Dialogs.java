package org.parley.ui.common;

import java.awt.Component;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Sentences that want an answer. Called on the event thread, which they wait on. */
public final class Dialogs {
  private static final int WIDTH = 400;

  private Dialogs() {}

  /** Says what happened and what can be done. */
  public static void tell(@Nullable Component over, UiContext ui, String title, String sentence) {
    Sheet sheet = new Sheet(over, "tell", title);
    sheet.add(named(sentence));
    sheet.mainButton(Buttons.of("ok", ui.word("ui.common.ok"), sheet::close));
    sheet.open();
  }

  /**
   * Asks; nothing happens unless the answer is the one that {@code yes} words.
   *
   * @return whether it was
   */
  public static boolean ask(
      @Nullable Component over, UiContext ui, String title, String sentence, String yes) {
    AtomicBoolean agreed = new AtomicBoolean();
    Sheet sheet = new Sheet(over, "ask", title);
    sheet.add(named(sentence));
    sheet.mainButton(
        Buttons.of(
            "yes",
            yes,
            () -> {
              agreed.set(true);
              sheet.close();
            }));
    sheet.button(Buttons.of("no", ui.word("ui.common.cancel"), sheet::close));
    sheet.open();
    return agreed.get();
  }

  private static javax.swing.JTextArea named(String sentence) {
    javax.swing.JTextArea prose = Plain.prose(sentence, WIDTH);
    prose.setName("sentence");
    return prose;
  }
}
