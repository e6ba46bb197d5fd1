package org.parley.messaging;

import java.util.ArrayList;
import java.util.List;
import org.parley.words.Words;

/**
 * One failure and what its sentence needs.
 *
 * @param kind the kind
 * @param arguments text or numbers, as the kind says; never secret
 */
public record Failure(FailureKind kind, List<String> arguments) {
  /** Copies the arguments. */
  public Failure {
    arguments = List.copyOf(arguments);
  }

  /** A failure without arguments. */
  public static Failure of(FailureKind kind) {
    return new Failure(kind, List.of());
  }

  /** A failure with one argument. */
  public static Failure of(FailureKind kind, String argument) {
    return new Failure(kind, List.of(argument));
  }

  /** Given up after so many hours, the last try for this reason. */
  static Failure givenUp(long hours, Failure last) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(hours));
    arguments.add(last.kind().name());
    arguments.addAll(last.arguments());
    return new Failure(FailureKind.GIVEN_UP, arguments);
  }

  /** The sentence that people read. */
  public String sentence(Words words) {
    return kind == FailureKind.GIVEN_UP
        ? givenUp(words)
        : words.get("failure." + kind.name(), arguments.toArray());
  }

  private String givenUp(Words words) {
    long hours = Long.parseLong(arguments.get(0));
    FailureKind last = FailureKind.valueOf(arguments.get(1));
    String reason = new Failure(last, arguments.subList(2, arguments.size())).sentence(words);
    return words.get("failure.GIVEN_UP", hours, reason);
  }
}
