package org.parley.messaging;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.parley.name.PeerName;
import org.parley.network.Clocks;
import org.parley.session.Now;

/**
 * Works the outbox off in the background: looks twice a second who is due, and tries several
 * contacts at once on threads of its own, in {@link Turns}, so that one who is unreachable or slow
 * does not hold up the others.
 */
final class Pump implements AutoCloseable {
  private static final long LOOK_MILLIS = 500;
  private static final long IDLE_SECONDS = 10;
  private static final long CLOSE_SECONDS = 5;

  private final Outbox outbox;
  private final Deliverer deliverer;
  private final Clocks clocks;
  private final Turns turns;
  private final Cancellation closing = new Cancellation();
  private final Set<PeerName> atOnce = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(threads("parley-pump"));
  private final ExecutorService workers =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE, // turns bound it
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          threads("parley-outbox"));

  Pump(Outbox outbox, Deliverer deliverer, Clocks clocks, RetryPauses pauses) {
    this.outbox = outbox;
    this.deliverer = deliverer;
    this.clocks = clocks;
    this.turns = new Turns(pauses);
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
    turns.forgive(peer);
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
    Now now = clocks.now();
    Set<PeerName> due = new HashSet<>(outbox.due(Instant.ofEpochMilli(now.wallMillis())));
    due.addAll(atOnce);
    for (PeerName peer : turns.inOrder(due)) {
      if (!closing.isCancelled() && turns.begin(peer, now.monoMillis())) {
        atOnce.remove(peer); // not before: a try under way may have passed it by
        start(peer);
      }
    }
  }

  private void start(PeerName peer) {
    boolean started = false;
    try {
      workers.execute(() -> work(peer));
      started = true;
    } finally {
      if (!started) { // no thread, say: its turn comes again
        turns.ended(peer, false, clocks.now().monoMillis());
      }
    }
  }

  private void work(PeerName peer) {
    boolean well = false;
    try {
      deliverer.takeTurn(peer, closing);
      well = true;
    } finally {
      turns.ended(peer, well, clocks.now().monoMillis());
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
