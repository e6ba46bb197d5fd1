package org.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.parley.json.JsonObject;

class SealedSettingsTest {
  @Test
  void what_was_chosen_is_read_again() {
    SealedSettings chosen =
        SealedSettings.defaults()
            .withEnterKey(EnterKey.BREAKS)
            .withNotifications(Notifications.WITH_CONTENT)
            .withAutoLockMinutes(OptionalInt.of(10))
            .withGiveUpHours(OptionalInt.of(168))
            .withClosing(Closing.STAYS_IN_TRAY);
    SealedSettings read = SealedSettings.of(chosen.json());
    assertThat(read).isEqualTo(chosen);
    assertThat(read.enterKey()).isEqualTo(EnterKey.BREAKS);
    assertThat(read.notifications()).isEqualTo(Notifications.WITH_CONTENT);
    assertThat(read.autoLockMinutes()).hasValue(10);
    assertThat(read.giveUpAfter()).contains(Duration.ofDays(7));
    assertThat(read.closing()).isEqualTo(Closing.STAYS_IN_TRAY);
    assertThat(read.unusable()).isEmpty();
  }

  @Test
  void nothing_chosen_tells_the_desktop_no_text_never_locks_and_never_gives_up() {
    SealedSettings none = SealedSettings.of(JsonObject.empty());
    assertThat(none.enterKey()).isEqualTo(EnterKey.SENDS);
    assertThat(none.notifications()).isEqualTo(Notifications.WITHOUT_CONTENT);
    assertThat(none.autoLockMinutes()).isEmpty();
    assertThat(none.giveUpAfter()).isEmpty();
    assertThat(none.closing()).isEqualTo(Closing.ASKS);
  }

  @Test
  void what_cannot_be_used_is_named_and_kept_beside_what_is_set() {
    JsonObject strange =
        JsonObject.empty()
            .with("enter", "explodes")
            .with("auto_lock", 0L)
            .with("give_up", "soon")
            .with("later", true);
    SealedSettings read = SealedSettings.of(strange);
    assertThat(read.unusable()).containsExactlyInAnyOrder("enter", "auto_lock", "give_up");
    assertThat(read.enterKey()).isEqualTo(EnterKey.SENDS);
    assertThat(read.autoLockMinutes()).isEmpty();
    JsonObject written = read.withClosing(Closing.QUITS).json();
    assertThat(written.names()).contains("enter", "auto_lock", "give_up", "later", "closing");
    assertThat(written.get("enter")).isEqualTo("explodes");
  }

  @Test
  void none_again_takes_the_member_away() {
    SealedSettings chosen = SealedSettings.defaults().withAutoLockMinutes(OptionalInt.of(5));
    assertThat(chosen.withAutoLockMinutes(OptionalInt.empty()))
        .isEqualTo(SealedSettings.defaults());
  }

  @Test
  void a_time_outside_the_range_is_a_bug_of_the_caller() {
    for (int bad : new int[] {-1, 0, SealedSettings.MOST_AUTO_LOCK + 1}) {
      assertThatThrownBy(() -> SealedSettings.defaults().withAutoLockMinutes(OptionalInt.of(bad)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(
            () ->
                SealedSettings.defaults()
                    .withGiveUpHours(OptionalInt.of(SealedSettings.MOST_GIVE_UP + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
