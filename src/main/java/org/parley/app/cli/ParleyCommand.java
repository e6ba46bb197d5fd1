package org.parley.app.cli;

import java.util.concurrent.Callable;
import org.parley.app.console.CommandFailed;

/** One command; its fields are filled in by picocli before it runs. */
abstract class ParleyCommand implements Callable<Integer> {
  final Surroundings here;

  ParleyCommand(Surroundings here) {
    this.here = here;
  }

  /** Runs it and gives the exit code. */
  abstract int run() throws CommandFailed;

  @Override
  public final Integer call() throws CommandFailed {
    return run();
  }

  final String say(String key, Object... arguments) {
    return here.say(key, arguments);
  }
}
