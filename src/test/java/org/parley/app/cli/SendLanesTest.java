package org.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SendLanesTest {
  @Test
  void one_receiver_gets_everything_in_order() throws InterruptedException {
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    List<Integer> all = new ArrayList<>();
    try (SendLanes<String, Integer> lanes = new SendLanes<>((to, item) -> done.add(item))) {
      for (int i = 0; i < 500; i++) {
        lanes.add("bob", i);
        all.add(i);
      }
      lanes.finish();
    }

    assertThat(done).isEqualTo(all);
  }

  @Test
  void one_who_does_not_answer_holds_up_nobody_else() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(3);
    try (SendLanes<String, Integer> lanes =
        new SendLanes<>(
            (to, item) -> {
              if (to.equals("silent")) {
                await(answered);
              } else {
                others.countDown();
              }
            })) {
      lanes.add("silent", 1);
      lanes.add("silent", 2);
      lanes.add("bob", 1);
      lanes.add("carol", 1);
      lanes.add("bob", 2);

      assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
      answered.countDown();
      lanes.finish();
    }
  }

  @Test
  void what_is_not_begun_at_the_end_is_dropped() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    SendLanes<String, Integer> lanes =
        new SendLanes<>(
            (to, item) -> {
              begun.countDown();
              await(go);
              done.add(item);
            });
    lanes.add("bob", 1);
    lanes.add("bob", 2);
    begun.await();
    Thread closing = new Thread(lanes::close);
    closing.start();
    while (closing.getState() == Thread.State.RUNNABLE || closing.getState() == Thread.State.NEW) {
      Thread.onSpinWait(); // until it waits for the work under way
    }
    go.countDown();
    closing.join();

    assertThat(done).containsExactly(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
