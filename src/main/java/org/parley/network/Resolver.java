package org.parley.network;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.parley.network.Dialer.NotConnectedException;

/**
 * Looks host names up, on threads of its own: a lookup cannot be interrupted, and may hang for a
 * minute, but who waits for it can leave. A name is looked up once at a time, at most {@link
 * #MOST_LOOKUPS} names are. Safe for use by several threads.
 */
final class Resolver implements AutoCloseable {
  static final int MOST_LOOKUPS = 16;
  private static final int IDLE_SECONDS = 10;

  /** Gives a host's addresses, at least one. */
  @FunctionalInterface
  interface NameService {
    InetAddress[] lookUp(String host) throws UnknownHostException;
  }

  private final NameService names;
  private final ConcurrentHashMap<String, CompletableFuture<InetAddress[]>> running =
      new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads;

  Resolver(NameService names) {
    this.names = names;
    this.threads =
        new ThreadPoolExecutor(
            MOST_LOOKUPS,
            MOST_LOOKUPS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "parley-names");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * The addresses of a host; an address is its own.
   *
   * @param onWait is given what ends the wait when closed from another thread
   * @throws NotConnectedException where there are none, or none in time, or the wait was ended
   */
  InetAddress[] resolve(String host, long millis, Consumer<Closeable> onWait)
      throws NotConnectedException {
    if (isAddress(host)) {
      return itself(host);
    }
    // A copy each: who leaves must not end the lookup for others who wait for the same name.
    CompletableFuture<InetAddress[]> mine = lookup(host).copy();
    onWait.accept(() -> mine.cancel(false));
    try {
      return mine.get(millis, TimeUnit.MILLISECONDS);
    } catch (CancellationException e) {
      throw new NotConnectedException(NetworkFailure.CANCELLED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotConnectedException(NetworkFailure.CANCELLED);
    } catch (ExecutionException e) {
      throw new NotConnectedException(
          e.getCause() instanceof UnknownHostException
              ? NetworkFailure.UNKNOWN_HOST
              : NetworkFailure.CANCELLED);
    } catch (TimeoutException e) {
      throw new NotConnectedException(NetworkFailure.NO_NAME_SERVICE);
    }
  }

  /** No name looks like that, and none of these must wait behind lookups that hang. */
  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private static InetAddress[] itself(String host) throws NotConnectedException {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new NotConnectedException(NetworkFailure.UNKNOWN_HOST);
    }
  }

  private CompletableFuture<InetAddress[]> lookup(String host) {
    CompletableFuture<InetAddress[]> fresh = new CompletableFuture<>();
    CompletableFuture<InetAddress[]> now = running.putIfAbsent(host, fresh);
    if (now != null) {
      return now;
    }
    try {
      threads.execute(() -> lookUp(host, fresh));
    } catch (RejectedExecutionException e) {
      running.remove(host, fresh);
      fresh.cancel(false); // closing
    }
    return fresh;
  }

  private void lookUp(String host, CompletableFuture<InetAddress[]> result) {
    try {
      result.complete(names.lookUp(host));
    } catch (UnknownHostException e) {
      result.completeExceptionally(e);
    } finally {
      running.remove(host, result);
      result.cancel(false); // where it ended in neither way: nobody may wait for ever
    }
  }

  /** Ends all waits; lookups under way end by themselves, on daemon threads. */
  @Override
  public void close() {
    running.values().forEach(lookup -> lookup.cancel(false));
    threads.shutdownNow();
  }
}
