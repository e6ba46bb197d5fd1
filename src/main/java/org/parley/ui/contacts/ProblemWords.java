package org.parley.ui.contacts;

import java.util.stream.Collectors;
import org.parley.directory.DirectoryDamagedException;
import org.parley.directory.DirectoryException;
import org.parley.directory.FieldProblem;
import org.parley.directory.FieldProblems;
import org.parley.ui.common.UiContext;

/** What is wrong with an entry or a directory, as sentences. */
final class ProblemWords {
  private ProblemWords() {}

  static String sentence(FieldProblem problem, UiContext ui) {
    return ui.word("ui.contact.problem." + problem.field() + "." + problem.problem());
  }

  /** All of it in one line, for the table. */
  static String all(FieldProblems problems, UiContext ui) {
    return problems.all().stream().map(p -> sentence(p, ui)).collect(Collectors.joining(" "));
  }

  /** Why a text or a file is no entry. */
  static String sentence(DirectoryException e, UiContext ui) {
    if (e instanceof DirectoryDamagedException damaged) {
      return damaged.line() > 0
          ? ui.word("ui.paste.problem.at", damaged.line(), damaged.column())
          : ui.word("ui.paste.problem." + damaged.reason());
    }
    return ui.word("ui.contacts.problem.other");
  }

  /** Why a file cannot be imported. */
  static String file(DirectoryException e, UiContext ui) {
    return e instanceof DirectoryDamagedException damaged && damaged.line() > 0
        ? ui.word("ui.contacts.import.problem.at", damaged.line(), damaged.column())
        : e instanceof DirectoryDamagedException
            ? ui.word("ui.contacts.import.problem")
            : ui.word("ui.contacts.import.sealed");
  }
}
