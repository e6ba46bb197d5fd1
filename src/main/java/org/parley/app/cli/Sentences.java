package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.VisibleText;
import org.parley.app.profile.Opening;
import org.parley.app.profile.ProfileException;
import org.parley.app.profile.ProfileException.Trouble;
import org.parley.words.Words;

/** The exit code and sentence of each trouble with a profile. */
record Sentences(Words words) {

  CommandFailed of(ProfileException problem, Opening opening) {
    String detail = problem.detail();
    String sentence =
        words.get(
            "cli.trouble." + key(problem),
            opening.folder().path(),
            detail == null ? "" : VisibleText.line(detail),
            opening.directory());
    return new CommandFailed(exitCode(problem.trouble()), sentence);
  }

  private static String key(ProfileException problem) {
    boolean unknownHolder = problem.trouble() == Trouble.FOLDER_HELD && problem.detail() == null;
    return problem.trouble() + (unknownHolder ? ".unknown" : "");
  }

  private static int exitCode(Trouble trouble) {
    return switch (trouble) {
      case WRONG_PASSWORD,
          VAULT_DAMAGED,
          VAULT_NEWER,
          VAULT_MISSING,
          JOURNAL_WITHOUT_VAULT,
          NAME_MISSING ->
          ExitCode.VAULT;
      case PASSWORD_UNUSABLE -> ExitCode.USAGE;
      case VAULT_EXISTS,
          FOLDER_HELD,
          FOLDER_UNUSABLE,
          SETTINGS_UNREADABLE,
          DIRECTORY_UNREADABLE,
          DIRECTORY_SEALED,
          JOURNAL_UNREADABLE,
          JOURNAL_FOREIGN,
          JOURNAL_NEWER,
          JOURNAL_GONE,
          JOURNAL_UNTRUSTED ->
          ExitCode.FAILED;
    };
  }
}
