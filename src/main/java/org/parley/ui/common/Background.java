package org.parley.ui.common;

import java.util.function.Consumer;

/** Runs the user's actions off the event thread. Called on the event thread. */
public interface Background {

  /**
   * What is done off the event thread.
   *
   * @param <T> its result
   * @param <P> what it tells of its progress
   */
  @FunctionalInterface
  interface Work<T, P> {
    /**
     * Does it. What it throws, checked, is told to {@link Ending#failed}.
     *
     * @param progress to be called on this thread; arrives on the event thread, in order
     */
    T run(Consumer<P> progress) throws Exception;
  }

  /**
   * What happens afterwards, on the event thread; exactly one of the three is called, once.
   *
   * @param <T> the work's result
   * @param <P> what the work tells of its progress
   */
  interface Ending<T, P> {
    /** It returned. */
    void done(T result);

    /** It threw what it declares, or, unchecked, a bug. */
    void failed(Throwable why);

    /** It was cancelled; it may still be running towards its end. */
    default void cancelled() {}

    /** It told of progress; not called after any of the others. */
    default void progress(P step) {}
  }

  /**
   * Starts the work.
   *
   * @return cancels it: the ending's {@code cancelled} is called. The work is told by what it was
   *     given for that, and its thread never interrupted: an interrupt would close the file that
   *     the thread is reading, which may be the database's
   */
  <T, P> Subscription start(Work<T, P> work, Ending<T, P> ending);

  /** Work without progress, whose end is told to two functions. */
  default <T> Subscription start(
      java.util.concurrent.Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    return start(
        (Consumer<Void> progress) -> work.call(),
        new Ending<T, Void>() {
          @Override
          public void done(T result) {
            done.accept(result);
          }

          @Override
          public void failed(Throwable why) {
            failed.accept(why);
          }
        });
  }

  /** The real thing, over SwingWorker's pool. */
  static Background swing() {
    return new Background() {
      @Override
      public <T, P> Subscription start(Work<T, P> work, Ending<T, P> ending) {
        BackgroundTask<T, P> task = new BackgroundTask<>(work, ending);
        task.execute();
        return () -> task.cancel(false);
      }
    };
  }
}
