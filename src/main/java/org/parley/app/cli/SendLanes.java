package org.parley.app.cli;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Work for several receivers at once and for each in order, so that one who does not answer holds
 * up only what is for him. Who hands work in waits while much is still to be done.
 */
final class SendLanes<K, V> implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final int WAITING = 64;

  private final BiConsumer<K, V> work;
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
  private final Semaphore room = new Semaphore(WAITING);
  private final Map<K, Queue<V>> lanes = new HashMap<>();
  private boolean closed;

  SendLanes(BiConsumer<K, V> work) {
    this.work = work;
  }

  /** Puts the item behind those of the same key; waits for room. */
  void add(K key, V item) throws InterruptedException {
    room.acquire();
    synchronized (lanes) {
      Queue<V> lane = lanes.get(key);
      if (lane == null) {
        lane = new ArrayDeque<>();
        lanes.put(key, lane);
        workers.execute(() -> run(key));
      }
      lane.add(item);
    }
  }

  private void run(K key) {
    for (V item = next(key); item != null; item = next(key)) {
      try {
        work.accept(key, item);
      } finally {
        room.release();
      }
    }
  }

  private @Nullable V next(K key) {
    synchronized (lanes) {
      Queue<V> lane = lanes.get(key);
      V item = lane == null || closed ? null : lane.poll();
      if (item == null) {
        lanes.remove(key);
      }
      return item;
    }
  }

  /** Waits until everything that was added is done. */
  void finish() throws InterruptedException {
    room.acquire(WAITING);
    room.release(WAITING);
  }

  /** Drops what is not begun; work under way must end by what its owner cancels. */
  @Override
  public void close() {
    synchronized (lanes) {
      closed = true;
    }
    workers.shutdown();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
