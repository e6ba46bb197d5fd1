package org.parley.messaging;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.parley.name.PeerName;

/**
 * Tells listeners, on one thread of its own, in the order in which things were committed: who is
 * told must not hold up an acknowledgement. Safe for use by several threads.
 */
final class Events implements MessagingListener, AutoCloseable {
  private static final long CLOSE_SECONDS = 2;

  private final List<MessagingListener> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "parley-events");
            made.setDaemon(true);
            return made;
          });

  void add(MessagingListener listener) {
    listeners.add(listener);
  }

  void remove(MessagingListener listener) {
    listeners.remove(listener);
  }

  private void tell(Consumer<MessagingListener> news) {
    try {
      // One task a listener: a bug in one must not keep the news from the others.
      listeners.forEach(l -> thread.execute(() -> news.accept(l)));
    } catch (RejectedExecutionException e) {
      // Closing: nobody listens any more, and what happened is in the journal.
      return;
    }
  }

  @Override
  public void messageChanged(Message message) {
    tell(l -> l.messageChanged(message));
  }

  @Override
  public void messageDiscarded(String peer, String id) {
    tell(l -> l.messageDiscarded(peer, id));
  }

  @Override
  public void contactReached(PeerName name, String address, Instant at) {
    tell(l -> l.contactReached(name, address, at));
  }

  @Override
  public void strangerTried(String name, String address) {
    tell(l -> l.strangerTried(name, address));
  }

  @Override
  public void noteChanged(String peer) {
    tell(l -> l.noteChanged(peer));
  }

  @Override
  public void secretsChanged(int ready, int total) {
    tell(l -> l.secretsChanged(ready, total));
  }

  @Override
  public void storageFailed(String why) {
    tell(l -> l.storageFailed(why));
  }

  @Override
  public void listenerFailed(String why) {
    tell(l -> l.listenerFailed(why));
  }

  /** Lets what was told so far arrive. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
