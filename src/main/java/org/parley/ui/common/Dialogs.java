package org.parley.ui.common;

import java.awt.Component;
import java.awt.Window;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Sentences that want an answer. Called on the event thread, which they wait on. */
public final class Dialogs {
  private static final int WIDTH = 400;

  private Dialogs() {}

  /**
   * Says what happened and what can be done; to nobody where the window that it concerns was closed
   * while the work ran, as when a lock took the journal from under a search.
   */
  public static void tell(@Nullable Component over, UiContext ui, String title, String sentence) {
    Window owner = over == null ? null : windowOf(over);
    if (owner != null && !owner.isDisplayable()) {
      return;
    }
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

  private static @Nullable Window windowOf(Component over) {
    return over instanceof Window window ? window : SwingUtilities.getWindowAncestor(over);
  }

  private static javax.swing.JTextArea named(String sentence) {
    javax.swing.JTextArea prose = Plain.prose(sentence, WIDTH);
    prose.setName("sentence");
    return prose;
  }
}
