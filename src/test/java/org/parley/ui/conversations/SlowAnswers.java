package org.parley.ui.conversations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.Workplace;

/**
 * A real workplace of which one answer is on its way until the test lets it arrive: what was read
 * from the disk is older by then than what happened.
 */
final class SlowAnswers {
  private final Workplace workplace;
  private final String method;
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch read = new CountDownLatch(1);
  private final CountDownLatch arrives = new CountDownLatch(1);

  /** Holds the first answer of that method of {@link Talk}. */
  SlowAnswers(Workplace real, String method) {
    this.method = method;
    Talk talk = over(Talk.class, real.talk());
    this.workplace =
        (Workplace)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Workplace.class},
                (proxy, called, arguments) ->
                    called.getName().equals("talk") ? talk : called.invoke(real, arguments));
  }

  private <T> T over(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              Object answer;
              try {
                answer = called.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (called.getName().equals(method) && asked.incrementAndGet() == 1) {
                read.countDown();
                await(arrives);
              }
              return answer;
            }));
  }

  Workplace workplace() {
    return workplace;
  }

  /** How often it was asked. */
  int asked() {
    return asked.get();
  }

  /** Returns once the answer is read from the disk. */
  void awaitRead() throws InterruptedException {
    await(read);
  }

  /** Lets it arrive. */
  void arrive() {
    arrives.countDown();
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the answer was not asked for, or not let go");
    }
  }
}
