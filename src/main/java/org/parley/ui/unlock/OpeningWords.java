package org.parley.ui.unlock;

import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.unlock.OpeningException.Problem;
import org.parley.ui.unlock.UnlockModel.Input;

/** The sentence for each problem, and the input that it stands at. */
final class OpeningWords {
  private OpeningWords() {}

  static String sentence(OpeningException e, UiContext ui) {
    String detail = e.detail();
    if (e.problem() == Problem.FOLDER_HELD && detail == null) {
      return ui.word("ui.unlock.problem.FOLDER_HELD.unknown");
    }
    return ui.word(
        "ui.unlock.problem." + e.problem(), detail == null ? "" : SafeText.quoted(detail));
  }

  static Input input(Problem problem) {
    return switch (problem) {
      case WRONG_PASSWORD -> Input.PASSWORD;
      case PORT_IN_USE, PORT_FORBIDDEN -> Input.PORT;
      case DIRECTORY_UNREADABLE, DIRECTORY_SEALED -> Input.DIRECTORY;
      case VAULT_DAMAGED,
          VAULT_MISSING,
          VAULT_NEWER,
          VAULT_EXISTS,
          JOURNAL_WITHOUT_VAULT,
          FOLDER_HELD,
          FOLDER_UNUSABLE,
          SETTINGS_UNREADABLE,
          JOURNAL_UNREADABLE,
          JOURNAL_FOREIGN,
          JOURNAL_NEWER,
          JOURNAL_UNTRUSTED ->
          Input.PROFILE;
    };
  }
}
