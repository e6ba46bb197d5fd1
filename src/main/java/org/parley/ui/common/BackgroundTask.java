package org.parley.ui.common;

import java.awt.EventQueue;
import java.util.List;
import javax.swing.SwingWorker;

/**
 * One piece of work on SwingWorker's pool; its ending runs on the event thread. SwingWorker's own
 * word of the end is gathered with its progress and comes up to a thirtieth of a second late, which
 * is felt where a window waits for it: the work tells the end itself.
 */
final class BackgroundTask<T, P> extends SwingWorker<T, P> {
  private final Background.Work<T, P> work;
  private final Background.Ending<T, P> ending;
  private boolean ended; // event thread only

  BackgroundTask(Background.Work<T, P> work, Background.Ending<T, P> ending) {
    this.work = work;
    this.ending = ending;
  }

  @Override
  @SuppressWarnings("unchecked") // a varargs array of one, made and read by SwingWorker only
  protected T doInBackground() throws Exception {
    try {
      T result = work.run(step -> publish(step));
      EventQueue.invokeLater(() -> end(() -> ending.done(result)));
      return result;
    } catch (Throwable e) {
      EventQueue.invokeLater(() -> end(() -> ending.failed(e)));
      throw e;
    }
  }

  @Override
  protected void process(List<P> steps) {
    if (!ended) {
      steps.forEach(ending::progress);
    }
  }

  @Override
  protected void done() {
    if (isCancelled()) {
      end(ending::cancelled);
    }
  }

  private void end(Runnable how) {
    if (!ended) {
      ended = true;
      how.run();
    }
  }
}
