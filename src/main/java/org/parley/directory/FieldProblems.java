package org.parley.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is wrong with an entry, or with what was typed for one; at most one a field. */
public final class FieldProblems {
  private final List<FieldProblem> all;

  private FieldProblems(List<FieldProblem> all) {
    this.all = List.copyOf(all);
  }

  static FieldProblems of(Field field, Problem problem) {
    return new FieldProblems(List.of(new FieldProblem(field, problem)));
  }

  /** Collects while an entry is checked. */
  static final class Collector {
    private final List<FieldProblem> found = new ArrayList<>();

    void add(Field field, @Nullable Problem problem) {
      if (problem != null) {
        found.add(new FieldProblem(field, problem));
      }
    }

    FieldProblems done() {
      return new FieldProblems(found);
    }
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** What is wrong, in the order name, host, port, password. */
  public List<FieldProblem> all() {
    return all;
  }

  /** What is wrong with this field; null: nothing. */
  public @Nullable Problem of(Field field) {
    for (FieldProblem one : all) {
      if (one.field() == field) {
        return one.problem();
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldProblems problems && problems.all.equals(all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
