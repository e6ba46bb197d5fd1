package org.parley.ui.common;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import javax.swing.SwingWorker;

/** One piece of work on SwingWorker's pool; its ending runs on the event thread. */
final class BackgroundTask<T, P> extends SwingWorker<T, P> {
  private final Background.Work<T, P> work;
  private final Background.Ending<T, P> ending;

  BackgroundTask(Background.Work<T, P> work, Background.Ending<T, P> ending) {
    this.work = work;
    this.ending = ending;
  }

  @Override
  @SuppressWarnings("unchecked") // a varargs array of one, made and read by SwingWorker only
  protected T doInBackground() throws Exception {
    return work.run(step -> publish(step));
  }

  @Override
  protected void process(List<P> steps) {
    if (!isDone()) {
      steps.forEach(ending::progress);
    }
  }

  @Override
  protected void done() {
    if (isCancelled()) {
      ending.cancelled();
      return;
    }
    T result;
    try {
      result = get();
    } catch (ExecutionException e) {
      ending.failed(Objects.requireNonNullElse(e.getCause(), e));
      return;
    } catch (InterruptedException e) {
      // Cannot happen: the work is done, so get() does not wait. Kept for whoever asks next.
      Thread.currentThread().interrupt();
      ending.failed(e);
      return;
    }
    ending.done(result);
  }
}
