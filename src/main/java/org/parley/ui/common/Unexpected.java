package org.parley.ui.common;

import java.awt.Component;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** What nobody foresaw: logged once, here, and told in one sentence. */
public final class Unexpected {
  private Unexpected() {}

  /** Logs it and says that something went wrong. On the event thread. */
  public static void tell(@Nullable Component over, UiContext ui, Throwable why) {
    System.getLogger("org.parley.ui").log(Level.ERROR, "unexpected", why);
    Dialogs.tell(over, ui, ui.word("ui.unexpected.title"), ui.word("ui.unexpected.sentence"));
  }
}
