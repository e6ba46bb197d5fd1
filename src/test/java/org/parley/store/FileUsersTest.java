package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.journal.JournalException;

@Timeout(60)
class FileUsersTest {
  private final FileUsers users = new FileUsers();

  private CompletableFuture<Void> entering() {
    return CompletableFuture.runAsync(
        () -> {
          try {
            users.enter();
          } catch (JournalException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task).start());
  }

  @Test
  void a_file_in_use_is_not_replaced_until_the_last_has_left() throws Exception {
    users.enter();
    users.enter();
    assertThat(users.replace()).isFalse();
    users.leave();
    assertThat(users.replace()).isFalse();
    entering().get(); // nobody was made to wait by that
    users.leave();
    users.leave();
    assertThat(users.replace()).isTrue();
  }

  @Test
  void who_comes_while_it_is_replaced_waits() throws Exception {
    assertThat(users.replace()).isTrue();
    waits();
  }

  @Test
  void who_comes_while_a_dead_one_is_replaced_waits_though_others_are_in_it() throws Exception {
    users.enter();
    users.replaceDead();
    waits();
  }

  private void waits() throws Exception {
    CompletableFuture<Void> comes = entering();
    TimeUnit.MILLISECONDS.sleep(100); // time in which it would come in if nothing held it
    assertThat(comes).isNotDone();
    users.replaced();
    comes.get();
  }
}
