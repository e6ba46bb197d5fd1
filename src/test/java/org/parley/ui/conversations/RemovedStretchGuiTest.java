package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.WindowTest;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.FakeTalk;
import org.parley.ui.workplace.FakeWorkplace;
import org.parley.words.Words;

/** Removed messages in a row are one quiet line, however many they are. */
class RemovedStretchGuiTest extends WindowTest {
  private final FakeWorkplace workplace = new FakeWorkplace().with("bob", "192.168.1.31", 5000);
  private final FakeTalk talk = workplace.talk;
  private Instant time = Instant.parse("2026-03-03T09:00:00Z");
  private TalkWindow window;

  @AfterEach
  void closeWindow() throws Exception {
    window.close();
  }

  private Message put(String text, Fate fate, Duration later) {
    time = time.plus(later);
    return talk.put("bob", false, time, text, fate, null);
  }

  private void say(String... texts) {
    for (String text : texts) {
      put(text, Fate.RECEIVED, Duration.ofMinutes(1));
    }
  }

  private void remove(int count, Duration apart) {
    for (int i = 0; i < count; i++) {
      put("", Fate.REMOVED, apart);
    }
  }

  private void open(UiContext context) {
    window = new TalkWindow(robot, context, workplace);
    awaitFocus(window.frame.target());
    window.open("bob");
    eventually("loaded", () -> !window.removed().isEmpty());
  }

  private void open() {
    open(live);
  }

  private static String spoken(Component one) {
    return GuiActionRunner.execute(() -> one.getAccessibleContext().getAccessibleName());
  }

  private static Component focus() {
    return GuiActionRunner.execute(
        () -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
  }

  private void key(int key, int modifiers) {
    robot.pressAndReleaseKey(key, modifiers);
    robot.waitForIdle();
  }

  private void aDay() {
    say("Shall we meet?", "Or not at all?");
    remove(12, Duration.ofMinutes(3));
    say("Good, so be it.");
    remove(1, Duration.ofMinutes(2));
    say("Until then!");
    remove(240, Duration.ofHours(5));
    say("Here I am again.");
  }

  @Test
  void a_stretch_says_how_many_and_from_when_to_when() {
    aDay();
    open();
    assertThat(window.texts()).hasSize(5);
    assertThat(window.removedCounts()).containsExactly(12, 1, 240);
    List<String> spoken = window.removed().stream().map(RemovedStretchGuiTest::spoken).toList();
    assertThat(spoken.get(0))
        .startsWith("12 messages were removed here: ")
        .matches(".*:.. – .*:..");
    assertThat(spoken.get(1)).startsWith("1 message was removed here: ").doesNotContain("–");
    assertThat(spoken.get(2))
        .isEqualTo("240 messages were removed here: March 3, 2026 – April 22, 2026");
    assertThat(window.labels()).as("what follows names its day").contains("April 22, 2026");
    GuiActionRunner.execute(() -> window.removed().get(0).requestFocusInWindow());
    pictures(window.frame.target(), "talk-removed-stretch");
  }

  @Test
  void a_stretch_is_told_in_chinese() {
    aDay();
    open(UiContext.real(Words.in(Locale.SIMPLIFIED_CHINESE)));
    assertThat(spoken(window.removed().get(2))).isEqualTo("已在本机移除 240 条消息：2026年3月3日 – 2026年4月22日");
    pictures(window.frame.target(), "talk-removed-stretch-zh");
  }

  @Test
  void the_keyboard_reaches_a_stretch_copies_what_it_says_and_chooses_around_it() throws Exception {
    say("one", "two");
    remove(3, Duration.ofMinutes(1));
    say("three");
    open();
    robot.focusAndWaitForFocusGain(window.row("three"));
    key(KeyEvent.VK_UP, 0);
    assertThat(focus()).isSameAs(window.removed().get(0));
    key(KeyEvent.VK_C, InputEvent.CTRL_MASK);
    assertThat(
            (String)
                Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor))
        .startsWith("3 messages were removed here");
    key(KeyEvent.VK_SPACE, 0);
    key(KeyEvent.VK_DELETE, 0);
    assertThat(window.says("selected")).isFalse();
    key(KeyEvent.VK_UP, InputEvent.SHIFT_MASK);
    key(KeyEvent.VK_DOWN, InputEvent.SHIFT_MASK);
    key(KeyEvent.VK_DOWN, InputEvent.SHIFT_MASK);
    assertThat(window.labels()).contains("1 message selected");
    key(KeyEvent.VK_A, InputEvent.CTRL_MASK);
    assertThat(window.labels()).contains("3 messages selected");
    GuiActionRunner.execute(
        () -> {
          RemovedRow row = window.removed().get(0);
          row.getComponentPopupMenu().show(row, 8, 8);
        });
    robot.click(robot.finder().findByName(robot.findActivePopupMenu(), "removed.details"));
    eventually("told", () -> window.asked.contains("details "));
  }

  @Test
  void the_focus_of_a_message_that_is_removed_goes_to_its_stretch() {
    say("one", "two");
    remove(3, Duration.ofMinutes(1));
    Message last = put("three", Fate.RECEIVED, Duration.ofMinutes(1));
    open();
    robot.focusAndWaitForFocusGain(window.row("three"));
    talk.becomes(last.id(), Fate.REMOVED, null, null);
    eventually("joined", () -> window.removedCounts().equals(List.of(4)));
    eventually("focus", () -> focus() == window.removed().get(0));
    key(KeyEvent.VK_UP, 0);
    assertThat(focus()).isSameAs(window.row("two"));
  }

  @Test
  void a_hundred_thousand_messages_are_read_to_the_beginning_in_a_few_steps() {
    say("the first of all");
    remove(60_000, Duration.ofSeconds(30));
    for (int i = 0; i < 40; i++) {
      say("middle " + i);
      remove(i % 2 * 900, Duration.ofSeconds(30));
    }
    remove(22_000, Duration.ofSeconds(30));
    say("the last of all");
    open();
    eventually("newest", () -> inSight("the last of all"));
    assertThat(window.removedCounts()).endsWith(22_900);
    for (int i = 0; i < 8 && !window.texts().contains("the first of all"); i++) {
      List<String> before = window.texts();
      top();
      eventually(
          "older", () -> !window.texts().equals(before) || before.contains("the first of all"));
      assertThat(before).as("what was in sight stays there").allMatch(window.texts()::contains);
    }
    top();
    eventually("beginning", () -> inSight("the first of all"));
    assertThat(window.removedCounts()).startsWith(60_000);
    assertThat(window.texts()).hasSize(42).doesNotHaveDuplicates();
  }

  @Test
  void a_removed_message_that_is_asked_for_is_found_in_its_stretch() {
    for (int i = 0; i < 30; i++) {
      say("early " + i);
    }
    remove(5_000, Duration.ofSeconds(30));
    for (int i = 0; i < 300; i++) {
      say("late " + i);
    }
    window = new TalkWindow(robot, live, workplace);
    awaitFocus(window.frame.target());
    Message asked = talk.all("bob").get(2_000);
    GuiActionRunner.execute(() -> window.controller.onShow(asked));
    eventually("its stretch", () -> window.removedCounts().equals(List.of(5_000)));
    assertThat(GuiActionRunner.execute(() -> window.removed().get(0).isChosen())).isTrue();
    eventually("in sight", () -> isInSight(window.removed().get(0)));
  }

  @Test
  void older_ones_come_by_themselves_where_all_that_was_loaded_becomes_one_line() {
    for (int i = 0; i < 200; i++) {
      say("message " + i);
    }
    window = new TalkWindow(robot, live, workplace);
    awaitFocus(window.frame.target());
    window.open("bob");
    eventually("loaded", () -> window.texts().contains("message 199"));
    for (Message message : talk.all("bob").subList(150, 200)) {
      talk.becomes(message.id(), Fate.REMOVED, null, null);
    }
    eventually("one line", () -> window.removedCounts().equals(List.of(50)));
    eventually("the window is full", () -> window.texts().size() > 10);
    assertThat(window.texts()).endsWith("message 149");
  }

  private void top() {
    GuiActionRunner.execute(
        () -> window.frame.scrollPane("messages").target().getVerticalScrollBar().setValue(0));
    robot.waitForIdle();
  }

  private boolean inSight(String text) {
    return window.inSight().contains(text);
  }

  private boolean isInSight(Component row) {
    return GuiActionRunner.execute(
        () -> {
          Rectangle seen = window.frame.scrollPane("messages").target().getViewport().getViewRect();
          return row.getBounds().intersects(seen);
        });
  }
}
