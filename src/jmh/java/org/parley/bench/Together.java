package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things at once, a thread each. */
final class Together implements AutoCloseable {
  private final ExecutorService pool;

  Together(int threads) {
    pool = Executors.newFixedThreadPool(threads);
  }

  /** Runs them all; the seconds until the last was done. */
  double run(List<? extends Callable<?>> works) throws Exception {
    long begin = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (Callable<?> work : works) {
      running.add(pool.submit(work));
    }
    for (Future<?> one : running) {
      one.get();
    }
    return Scratch.since(begin);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
