package org.parley.messaging;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.parley.name.PeerName;

/**
 * Works the outbox off in the background: looks twice a second who is due, and tries a few contacts
 * at once on threads of its own, so that one who is unreachable does not hold up the others.
 */
final class Pump implements AutoCloseable {
  static final int WORKERS = 4;
  private static final long LOOK_MILLIS = 500;
  private static final long CLOSE_SECONDS = 5;

  private final Outbox outbox;
  private final Deliverer deliverer;
  private final Supplier<Instant> clock;
  private final Cancellation closing = new Cancellation();
  private final Set<PeerName> busy = ConcurrentHashMap.newKeySet();
  private final Set<PeerName> atOnce = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(threads("parley-pump"));
  private final ExecutorService workers =
      Executors.newFixedThreadPool(WORKERS, threads("parley-outbox"));

  Pump(Outbox outbox, Deliverer deliverer, Supplier<Instant> clock) {
    this.outbox = outbox;
    this.deliverer = deliverer;
    this.clock = clock;
  }

  private static ThreadFactory threads(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  void start() {
    timer.execute(this::lookAgainAndAgain);
  }

  /** The user wants what waits for this contact tried: no pause any more. */
  void tryNow(PeerName peer) {
    atOnce.add(peer);
  }

  /** This contact shows that it is there: no pause any more, if that was all that was missing. */
  void appeared(PeerName peer) {
    if (outbox.waitsForPresence(peer)) {
      atOnce.add(peer);
    }
  }

  /** Goes on even after a look that failed: what waits must not wait for ever. */
  private void lookAgainAndAgain() {
    try {
      look();
    } finally {
      if (!closing.isCancelled()) {
        var unused = timer.schedule(this::lookAgainAndAgain, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }

  private void look() {
    Set<PeerName> due = outbox.due(clock.get());
    due.addAll(atOnce);
    for (PeerName peer : due) {
      if (!closing.isCancelled() && busy.add(peer)) {
        atOnce.remove(peer); // not before: a try under way may have passed it by
        workers.execute(() -> work(peer));
      }
    }
  }

  private void work(PeerName peer) {
    try {
      deliverer.deliver(peer, closing, false);
    } finally {
      busy.remove(peer);
    }
  }

  /** Ends the tries under way, whose messages wait on, and waits until they have been noted. */
  @Override
  public void close() {
    closing.cancel();
    timer.shutdownNow();
    workers.shutdown();
    try {
      workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
