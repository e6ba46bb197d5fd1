package org.parley.ui.conversations;

import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.TalkException;

/** The sentence for what could not be done. */
final class TalkWords {
  private TalkWords() {}

  static String sentence(TalkException e, UiContext ui) {
    String detail = e.detail();
    return ui.word("ui.talk.problem." + e.problem(), detail == null ? "" : SafeText.quoted(detail));
  }
}
