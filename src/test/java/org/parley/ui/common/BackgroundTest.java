package org.parley.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
  private final CountDownLatch told = new CountDownLatch(1);

  /** An interrupt closes the file that a thread reads, for everybody: the whole database. */
  @Test
  void what_is_cancelled_is_told_at_once_and_its_thread_is_not_interrupted() throws Exception {
    Subscription running = Background.swing().start(this::work, new Ended());
    begun.await();
    running.close();
    assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    goOn.countDown();
    assertThat(interrupted.get(20, TimeUnit.SECONDS)).isFalse();
  }

  private boolean work(java.util.function.Consumer<Void> progress) {
    begun.countDown();
    try {
      goOn.await();
      interrupted.complete(Thread.interrupted());
    } catch (InterruptedException e) {
      interrupted.complete(true);
    }
    return true;
  }

  private final class Ended implements Background.Ending<Boolean, Void> {
    @Override
    public void done(Boolean result) {
      throw new AssertionError("it was cancelled");
    }

    @Override
    public void failed(Throwable why) {
      throw new AssertionError(why);
    }

    @Override
    public void cancelled() {
      told.countDown();
    }
  }
}
