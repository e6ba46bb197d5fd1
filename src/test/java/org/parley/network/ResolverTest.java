package org.parley.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.network.Dialer.NotConnectedException;

/** A name service that hangs, as they do where a machine is offline. */
class ResolverTest {
  private static final InetAddress[] FOUND = {InetAddress.getLoopbackAddress()};

  private final CountDownLatch answers = new CountDownLatch(1);
  private final AtomicInteger lookups = new AtomicInteger();
  private final BlockingQueue<Closeable> waits = new LinkedBlockingQueue<>();
  private final Resolver resolver = new Resolver(this::lookUp);

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    lookups.incrementAndGet();
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (host.startsWith("nobody")) {
      throw new UnknownHostException(host);
    }
    return FOUND;
  }

  @AfterEach
  void close() {
    answers.countDown();
    resolver.close();
  }

  private CompletableFuture<Object> resolving(String host, long millis) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return resolver.resolve(host, millis, waits::add);
          } catch (NotConnectedException e) {
            return e.failure();
          }
        },
        task -> new Thread(task).start());
  }

  private static Object end(CompletableFuture<Object> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  @Test
  void who_waits_can_leave_at_once_and_the_others_get_the_answer() throws Exception {
    CompletableFuture<Object> first = resolving("bob.example", 60_000);
    Closeable wait = waits.take();
    CompletableFuture<Object> second = resolving("bob.example", 60_000);
    waits.take();
    wait.close();
    assertThat(end(first)).isEqualTo(NetworkFailure.CANCELLED);
    assertThat(second).isNotDone();
    answers.countDown();
    assertThat(end(second)).isEqualTo(FOUND);
    assertThat(lookups).as("one name is asked for once at a time").hasValue(1);
  }

  @Test
  void no_answer_in_time_is_not_called_an_unknown_name() throws Exception {
    assertThat(end(resolving("bob.example", 1))).isEqualTo(NetworkFailure.NO_NAME_SERVICE);
    answers.countDown();
    assertThat(end(resolving("nobody.example", 60_000))).isEqualTo(NetworkFailure.UNKNOWN_HOST);
  }

  @Test
  void addresses_do_not_wait_behind_names_and_names_have_a_bound() throws Exception {
    List<CompletableFuture<Object>> hanging = new ArrayList<>();
    for (int i = 0; i < 3 * Resolver.MOST_LOOKUPS; i++) {
      hanging.add(resolving("host" + i + ".example", 60_000));
      waits.take();
    }
    assertThat(resolver.resolve("127.0.0.1", 60_000, waits::add)).hasSize(1);
    assertThat(resolver.resolve("::1", 60_000, waits::add)).hasSize(1);
    assertThatThrownBy(() -> resolver.resolve("999.1.1.1", 60_000, waits::add))
        .isInstanceOf(NotConnectedException.class);
    assertThat(lookups.get()).isLessThanOrEqualTo(Resolver.MOST_LOOKUPS);
    resolver.close();
    for (CompletableFuture<Object> each : hanging) {
      assertThat(end(each)).isEqualTo(NetworkFailure.CANCELLED);
    }
  }
}
