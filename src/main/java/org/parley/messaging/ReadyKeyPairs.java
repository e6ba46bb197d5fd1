package org.parley.messaging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.ModpKeyPair;
import org.parley.crypto.RandomSource;

/**
 * Random bytes, and a few key pairs made ahead, so that neither side of a connection waits for the
 * other's first exponentiation. Each pair is given once; those that are not given are wiped at the
 * end. Safe for use by several threads.
 */
final class ReadyKeyPairs implements RandomSource, AutoCloseable {
  /** Pairs that wait: enough for one who talks, few enough to be no store of secrets. */
  static final int MOST = 4;

  private static final int IDLE_SECONDS = 10;

  private final RandomSource random;
  private final Deque<ModpKeyPair> ready = new ArrayDeque<>(MOST);
  private final ThreadPoolExecutor maker =
      new ThreadPoolExecutor(
          1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ReadyKeyPairs::thread);
  private boolean making;
  private boolean closed;

  /** Pairs from that source; begins to make them. */
  ReadyKeyPairs(RandomSource random) {
    this.random = random;
    maker.allowCoreThreadTimeOut(true);
    synchronized (this) {
      makeMore();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "parley-key-pairs");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public byte[] bytes(int count) {
    return random.bytes(count);
  }

  /** One that waits, or, where none does, one that is made now. */
  @Override
  public ModpKeyPair keyPair() {
    ModpKeyPair pair = poll();
    return pair == null ? ModpKeyPair.generate(random) : pair;
  }

  private synchronized @Nullable ModpKeyPair poll() {
    ModpKeyPair pair = ready.poll();
    makeMore();
    return pair;
  }

  private synchronized void makeMore() {
    if (!making && !closed) {
      making = true;
      maker.execute(this::fill);
    }
  }

  private void fill() {
    while (wanted()) {
      keep(ModpKeyPair.generate(random));
    }
  }

  private synchronized boolean wanted() {
    making = !closed && ready.size() < MOST;
    return making;
  }

  private synchronized void keep(ModpKeyPair pair) {
    if (closed) {
      pair.close();
    } else {
      ready.add(pair);
    }
  }

  /** How many wait. */
  synchronized int waiting() {
    return ready.size();
  }

  /** Wipes what waits. A pair that is asked for afterwards is made then. */
  @Override
  public synchronized void close() {
    closed = true;
    maker.shutdown();
    ready.forEach(ModpKeyPair::close);
    ready.clear();
  }
}
