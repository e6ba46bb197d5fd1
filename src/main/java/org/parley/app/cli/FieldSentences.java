package org.parley.app.cli;

import java.util.stream.Collectors;
import org.parley.directory.FieldProblem;
import org.parley.directory.FieldProblems;
import org.parley.words.Words;

/** What is wrong with an entry, in words. */
record FieldSentences(Words words) {
  String of(FieldProblems problems) {
    return problems.all().stream().map(this::of).collect(Collectors.joining("; "));
  }

  private String of(FieldProblem one) {
    return words.get("cli.field." + one.field()) + " " + words.get("cli.problem." + one.problem());
  }
}
