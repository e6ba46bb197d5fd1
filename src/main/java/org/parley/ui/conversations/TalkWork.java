package org.parley.ui.conversations;

import java.util.function.Consumer;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.TalkException;

/**
 * What is told to the other end of the program and nothing is waited for. Used on the event thread.
 *
 * @param onProblem hears, on the event thread, why it did not work
 */
record TalkWork(UiContext ui, Consumer<Throwable> onProblem) {
  /** Runs off the event thread. */
  @FunctionalInterface
  interface Work {
    void run() throws TalkException;
  }

  void start(Work work) {
    ui.background()
        .start(
            () -> {
              work.run();
              return true;
            },
            done -> {},
            onProblem);
  }
}
