package org.parley.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writes that hang are ended in the order in which they are due; those that end are left alone. */
@Timeout(60)
class WatchdogTest {
  private static final long HOUR = TimeUnit.HOURS.toMillis(1);

  private final Watchdog watchdog = new Watchdog();
  private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    watchdog.close();
  }

  private Closeable named(String name) {
    return () -> closed.add(name);
  }

  @Test
  void a_write_that_hangs_is_ended() throws Exception {
    watchdog.closeIn(20, named("hangs"));

    assertThat(closed.take()).isEqualTo("hangs");
  }

  @Test
  void one_that_is_due_sooner_than_those_before_it_is_ended_first() throws Exception {
    watchdog.closeIn(HOUR, named("much later"));
    watchdog.closeIn(300, named("later"));
    watchdog.closeIn(20, named("soon"));

    assertThat(closed.take()).isEqualTo("soon");
    assertThat(closed.take()).isEqualTo("later");
    assertThat(closed).isEmpty();
  }

  @Test
  void a_write_that_has_ended_is_left_alone_and_the_next_is_watched() throws Exception {
    watchdog.closeIn(20, named("ended")).close();
    watchdog.closeIn(60, named("hangs"));

    assertThat(closed.take()).isEqualTo("hangs");
    watchdog.closeIn(20, named("hangs, too"));
    assertThat(closed.take()).isEqualTo("hangs, too");
    assertThat(closed).isEmpty();
  }

  @Test
  void one_that_cannot_be_closed_keeps_no_other_from_it() throws Exception {
    watchdog.closeIn(
        20,
        () -> {
          closed.add("fails");
          throw new IOException("no");
        });
    watchdog.closeIn(20, named("hangs"));

    assertThat(closed.take()).isEqualTo("fails");
    assertThat(closed.take()).isEqualTo("hangs");
  }

  @Test
  void once_it_has_ended_what_comes_is_closed_at_once_and_what_waits_is_its_owners() {
    watchdog.closeIn(HOUR, named("waits"));
    watchdog.close();
    watchdog.closeIn(HOUR, named("comes"));

    assertThat(closed).containsExactly("comes");
  }
}
