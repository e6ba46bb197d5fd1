package org.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.parley.settings.Closing;
import org.parley.ui.common.Edt;
import org.parley.ui.common.Subscription;
import org.parley.ui.workplace.FakeWorkplace;

/** What becomes of a window that is closed, or that nobody touches. */
class ClosingGuiTest extends WindowTest {
  private final FakeWorkplace workplace = new FakeWorkplace();
  private final FakeTray tray = new FakeTray();
  private final FakeTurns turns = new FakeTurns();
  private FrameFixture window;

  private void start() {
    GuiActionRunner.execute(
        () -> new MainController(ui, workplace, tray, turns).start(Optional.empty()));
    window = frame("main");
  }

  private DialogFixture ask() {
    window.close();
    return dialog("ask");
  }

  @Test
  void without_a_tray_only_quitting_is_offered() {
    start();
    DialogFixture ask = ask();
    assertThat(robot.finder().findAll(c -> "tray".equals(c.getName()))).isEmpty();
    ask.button("no").click();
    assertThat(window.target().isShowing()).isTrue();
    assertThat(turns.ended).isZero();
  }

  @Test
  void in_the_tray_it_goes_on_receiving_and_comes_back() {
    tray.works = true;
    start();
    DialogFixture ask = ask();
    pictures(ask.target(), "quit-tray");
    ask.button("tray").click();
    eventually("gone", () -> !window.target().isShowing());
    assertThat(workplace.isClosed()).isFalse();
    GuiActionRunner.execute(() -> tray.open.run());
    eventually("back", () -> window.target().isShowing());
    eventually("out of the tray", () -> tray.taken == 1);
  }

  @Test
  void from_the_tray_it_quits() {
    tray.works = true;
    start();
    ask().button("tray").click();
    eventually("gone", () -> !window.target().isShowing());
    GuiActionRunner.execute(() -> tray.quit.run());
    eventually("ended", () -> turns.ended == 1);
    eventually("workplace", workplace::isClosed);
  }

  @Test
  void what_is_not_to_be_asked_again_is_remembered() {
    tray.works = true;
    start();
    DialogFixture ask = ask();
    ask.checkBox("remember").check();
    ask.button("tray").click();
    eventually("gone", () -> !window.target().isShowing());
    eventually("kept", () -> workplace.preferences().sealed().closing() == Closing.STAYS_IN_TRAY);
    GuiActionRunner.execute(() -> tray.open.run());
    eventually("back", () -> window.target().isShowing());
    window.close();
    eventually("gone without a word", () -> !window.target().isShowing());
  }

  @Test
  void a_choice_that_cannot_be_written_says_so_and_is_done_all_the_same() {
    start();
    workplace.preferences.diskTrouble = new java.io.IOException("full");
    DialogFixture ask = ask();
    ask.checkBox("remember").check();
    ask.button("yes").click();
    dialog("tell").button("ok").click();
    eventually("ended", () -> turns.ended == 1);
  }

  @Test
  void who_chose_to_quit_is_not_asked() throws Exception {
    workplace.preferences.changeSealed(now -> now.withClosing(Closing.QUITS));
    start();
    window.close();
    eventually("ended", () -> turns.ended == 1);
  }

  @Test
  void minutes_without_a_touch_are_counted_and_a_touch_begins_anew() {
    List<Runnable> later = new ArrayList<>();
    Edt stepped =
        new Edt() {
          @Override
          public void run(Runnable action) {
            action.run();
          }

          @Override
          public Subscription after(int millis, Runnable action) {
            assertThat(millis).isEqualTo(60_000);
            later.add(action);
            return () -> later.remove(action);
          }
        };
    List<String> locked = new ArrayList<>();
    start();
    Idle idle = GuiActionRunner.execute(() -> new Idle(stepped, () -> locked.add("locked")));
    GuiActionRunner.execute(() -> idle.lockAfter(OptionalInt.of(2)));
    GuiActionRunner.execute(() -> later.remove(0).run());
    assertThat(locked).isEmpty();
    eventually("loaded", () -> window.button("empty.add").target().isShowing());
    awaitFocus(window.target());
    robot.pressAndReleaseKeys(java.awt.event.KeyEvent.VK_F12);
    GuiActionRunner.execute(() -> later.remove(0).run());
    GuiActionRunner.execute(() -> later.remove(0).run());
    assertThat(locked).isEmpty();
    window.label("status.place").click();
    GuiActionRunner.execute(() -> later.remove(0).run());
    GuiActionRunner.execute(() -> later.remove(0).run());
    assertThat(locked).isEmpty();
    GuiActionRunner.execute(() -> later.remove(0).run());
    assertThat(locked).containsExactly("locked");
    assertThat(later).isEmpty();
    GuiActionRunner.execute(() -> idle.lockAfter(OptionalInt.empty()));
    assertThat(later).isEmpty();
    GuiActionRunner.execute(idle::close);
  }
}
