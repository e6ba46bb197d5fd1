package org.parley.app.window;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.Opening;
import org.parley.app.profile.ProfileException;
import org.parley.ui.unlock.OpeningException;
import org.parley.ui.unlock.OpeningException.Problem;

/** Troubles with a profile as the unlock dialog words them. */
final class OpeningProblems {
  private OpeningProblems() {}

  static OpeningException of(ProfileException e, Opening opening) {
    Path folder = opening.folder().path();
    return switch (e.trouble()) {
      case WRONG_PASSWORD, PASSWORD_UNUSABLE -> problem(Problem.WRONG_PASSWORD, null, e);
      case VAULT_DAMAGED -> problem(Problem.VAULT_DAMAGED, opening.folder().vault(), e);
      case VAULT_NEWER -> problem(Problem.VAULT_NEWER, opening.folder().vault(), e);
      case VAULT_MISSING -> problem(Problem.VAULT_MISSING, folder, e);
      case VAULT_EXISTS -> problem(Problem.VAULT_EXISTS, folder, e);
      case JOURNAL_WITHOUT_VAULT -> problem(Problem.JOURNAL_WITHOUT_VAULT, folder, e);
      case FOLDER_HELD -> problem(Problem.FOLDER_HELD, e.detail(), e);
      case FOLDER_UNUSABLE -> problem(Problem.FOLDER_UNUSABLE, folder, e);
      case SETTINGS_UNREADABLE, NAME_MISSING ->
          problem(Problem.SETTINGS_UNREADABLE, opening.folder().settings(), e);
      case DIRECTORY_UNREADABLE -> problem(Problem.DIRECTORY_UNREADABLE, opening.directory(), e);
      case DIRECTORY_SEALED -> problem(Problem.DIRECTORY_SEALED, opening.directory(), e);
      case JOURNAL_UNREADABLE -> problem(Problem.JOURNAL_UNREADABLE, journal(opening), e);
      case JOURNAL_NEWER -> problem(Problem.JOURNAL_NEWER, journal(opening), e);
      // In each of these the owner may agree that it is kept beside and a new one begun.
      case JOURNAL_FOREIGN, JOURNAL_GONE, JOURNAL_UNTRUSTED ->
          problem(Problem.JOURNAL_UNTRUSTED, journal(opening), e);
    };
  }

  private static Path journal(Opening opening) {
    return opening.folder().journal();
  }

  private static OpeningException problem(
      Problem problem, @Nullable Object detail, ProfileException cause) {
    return new OpeningException(problem, detail == null ? null : detail.toString(), cause);
  }
}
