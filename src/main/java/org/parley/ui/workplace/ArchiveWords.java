package org.parley.ui.workplace;

import java.awt.Component;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;

/** What could not be done with the journal, in words. */
public final class ArchiveWords {
  private ArchiveWords() {}

  /** The sentence: what happened, and what the user can do. */
  public static String sentence(ArchiveException e, UiContext ui) {
    return ui.word("ui.archive.problem." + e.problem(), SafeText.line(e.detail(), 300));
  }

  /** Says it in a dialog; also what nobody foresaw. */
  public static void tell(Component over, UiContext ui, Throwable why) {
    if (why instanceof ArchiveException e) {
      Dialogs.tell(over, ui, ui.word("ui.archive.problem.title"), sentence(e, ui));
    } else {
      Unexpected.tell(over, ui, why);
    }
  }
}
