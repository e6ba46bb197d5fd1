package org.parley.messaging;

import java.util.List;
import org.parley.words.Words;

/**
 * One failure and what its sentence needs.
 *
 * @param kind the kind
 * @param arguments at most two, text or numbers, as the kind says; never secret
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

  /** The sentence that people read. */
  public String sentence(Words words) {
    return words.get("failure." + kind.name(), arguments.toArray());
  }
}
