package org.parley.ui.workplace;

import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;

/** What could not be done with messages, in words. */
public final class TalkWords {
  private TalkWords() {}

  /** The sentence: what happened, and what the user can do. */
  public static String sentence(TalkException e, UiContext ui) {
    String detail = e.detail();
    return ui.word("ui.talk.problem." + e.problem(), detail == null ? "" : SafeText.quoted(detail));
  }
}
