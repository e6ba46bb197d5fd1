package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.List;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.app.window.RealPair;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.WindowTest;
import org.parley.ui.workplace.Workplace;

/** What is removed is gone from the window, over real vaults and journals; each test its peer. */
class RemovalGuiTest extends WindowTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static RealPair pair;
  private TalkWindow window;

  @BeforeAll
  static void meet() throws Exception {
    pair = RealPair.open();
  }

  @AfterAll
  static void part() throws Exception {
    pair.close();
  }

  @AfterEach
  void closeWindow() throws Exception {
    if (window != null) {
      window.close();
    }
  }

  /** Somebody with a history, at whose address nobody listens. */
  private static void know(String peer, String... texts) throws Exception {
    RealPair.know(pair.alice(), peer, "127.0.0.1", 9, "a password");
    RealPair.received(pair.aliceProfile(), peer, List.of(texts), MINUTE);
    pair.alice().talk().markRead(peer);
  }

  private void open(Workplace workplace, String peer) {
    window = new TalkWindow(robot, live, workplace);
    eventually("listed", () -> window.frame.list("peers").target().getModel().getSize() > 0);
    awaitFocus(window.frame.target()); // or the window gives it elsewhere when it gets it
    window.open(peer);
  }

  /** Writes something that is withdrawn before it ever left. */
  private static Message withdrawn(String peer, String text) throws Exception {
    String id = pair.alice().talk().send(RealPair.name(peer), text);
    pair.alice().talk().cancel(id);
    return newest(peer);
  }

  private static Message newest(String peer) throws Exception {
    return pair.alice().talk().page(peer, null, 1).get(0);
  }

  private String lastLine(String peer) {
    var list = window.frame.list("peers").target().getModel();
    for (int i = 0; i < list.getSize(); i++) {
      if (list.getElementAt(i) instanceof ConversationsModel.Entry e && e.peer().equals(peer)) {
        Message last = e.conversation().last();
        return last == null ? "" : last.text();
      }
    }
    return "not listed";
  }

  @Test
  void a_withdrawn_message_that_is_removed_leaves_the_conversation_and_the_list() throws Exception {
    know("discard", "first", "second");
    Message unsent = withdrawn("discard", "never mind");
    assertThat(unsent.fate()).isEqualTo(Fate.CANCELLED);
    assertThat(unsent.seq()).isNull();
    open(pair.alice(), "discard");
    eventually("shown", () -> window.texts().contains("never mind"));
    assertThat(GuiActionRunner.execute(() -> lastLine("discard"))).isEqualTo("never mind");
    pair.alice().talk().remove(unsent);
    eventually("gone", () -> window.texts().equals(List.of("first", "second")));
    eventually("gone from the list", () -> lastLine("discard").equals("second"));
  }

  @Test
  void a_message_that_is_removed_while_its_page_is_on_its_way_does_not_come_back()
      throws Exception {
    know("late", "first", "second");
    Message unsent = withdrawn("late", "never mind");
    know("other", "elsewhere");
    SlowAnswers slow = new SlowAnswers(pair.alice(), "draft");
    open(slow.workplace(), "late");
    slow.awaitRead();
    pair.alice().talk().remove(unsent);
    eventually("told", () -> lastLine("late").equals("second"));
    slow.arrive();
    eventually("loaded", () -> window.texts().contains("second"));
    assertThat(window.texts()).containsExactly("first", "second");
  }

  @Test
  void the_list_is_loaded_once_and_once_more_where_something_came_meanwhile() throws Exception {
    know("again", "first");
    SlowAnswers slow = new SlowAnswers(pair.alice(), "conversations");
    window = new TalkWindow(robot, live, slow.workplace());
    slow.awaitRead();
    withdrawn("again", "came meanwhile");
    robot.waitForIdle();
    slow.arrive();
    eventually("listed", () -> lastLine("again").equals("came meanwhile"));
    assertThat(slow.asked()).isEqualTo(2);
    window.close();

    SlowAnswers quiet = new SlowAnswers(pair.alice(), "conversations");
    quiet.arrive();
    window = new TalkWindow(robot, live, quiet.workplace());
    eventually("listed", () -> lastLine("again").equals("came meanwhile"));
    assertThat(quiet.asked()).isEqualTo(1);
  }

  @Test
  void a_hit_that_is_removed_is_not_counted_and_the_next_older_one_takes_its_place()
      throws Exception {
    know("hits", "needle 1", "hay", "needle 2", "needle 3", "needle 4");
    List<Message> all = pair.alice().talk().page("hits", null, 10);
    open(pair.alice(), "hits");
    eventually("shown", () -> window.texts().contains("needle 4"));
    GuiActionRunner.execute(() -> window.controller.onFind());
    window.frame.textBox("find").enterText("needle");
    eventually("found", () -> count().startsWith("1 of 4"));
    window.frame.button("find.older").click();
    eventually("second", () -> count().startsWith("2 of 4"));
    pair.alice().talk().remove(all.get(4));
    eventually("a newer one went", () -> count().startsWith("1 of 3"));
    pair.alice().talk().remove(all.get(3));
    eventually("the one shown went", () -> count().startsWith("1 of 2"));
    pair.alice().talk().remove(all.get(0));
    eventually("an older one went", () -> count().startsWith("1 of 1"));
    pair.alice().talk().remove(all.get(2));
    eventually("none is left", () -> !count().contains("of"));
    eventually("hay alone", () -> window.texts().equals(List.of("hay")));
    assertThat(window.removedCounts()).containsExactly(1, 3);
  }

  @Test
  void an_empty_conversation_says_how_to_begin_until_there_is_a_message() throws Exception {
    know("before", "something");
    RealPair.know(pair.alice(), "fresh", "127.0.0.1", 9, "a password");
    open(pair.alice(), "before");
    eventually("loaded", () -> window.texts().contains("something"));
    assertThat(untouched()).isFalse();
    var composer = window.frame.textBox("composer").target();
    eventually("one writes at once", composer::isFocusOwner);
    window.open("fresh");
    eventually("how to begin", this::untouched);
    pictures(window.frame.target(), "talk-untouched");
    Message unsent = withdrawn("fresh", "hello?");
    eventually("begun", () -> !untouched() && window.texts().contains("hello?"));
    pair.alice().talk().remove(unsent);
    eventually("as it was", this::untouched);
    window.frame.textBox("filter").enterText("nobody has this");
    eventually("nobody", () -> window.frame.textBox("filter.nobody").target().isShowing());
  }

  private boolean untouched() {
    return robot
        .finder()
        .findByName(window.frame.target(), "untouched", javax.swing.JPanel.class, false)
        .isShowing();
  }

  @Test
  void one_message_is_removed_by_its_menu_once_one_agreed() throws Exception {
    know("menu", "keep this", "forget this");
    open(pair.alice(), "menu");
    eventually("shown", () -> window.texts().contains("forget this"));
    menu(window.row("forget this"), "message.remove");
    DialogFixture sheet = dialog("removal");
    assertThat(sheet.textBox("sentence").text()).contains("cannot be brought back");
    pictures(sheet.target(), "talk-remove");
    sheet.button("removal.no").click();
    assertThat(window.texts()).containsExactly("keep this", "forget this");
    menu(window.row("forget this"), "message.remove");
    dialog("removal").button("removal.yes").click();
    eventually("gone", () -> window.texts().equals(List.of("keep this")));
    assertThat(window.removedCounts()).containsExactly(1);
    assertThat(newest("menu").fate()).isEqualTo(Fate.REMOVED);
  }

  @Test
  void several_are_removed_by_delete_and_what_may_still_leave_stays() throws Exception {
    know("several", "one", "two");
    pair.alice().talk().send(RealPair.name("several"), "on its way");
    open(pair.alice(), "several");
    eventually("shown", () -> window.texts().contains("on its way"));
    robot.focusAndWaitForFocusGain(window.row("on its way"));
    robot.pressAndReleaseKey(KeyEvent.VK_A, InputEvent.CTRL_MASK);
    eventually("chosen", () -> window.labels().contains("3 messages selected"));
    robot.pressAndReleaseKey(KeyEvent.VK_DELETE);
    DialogFixture sheet = dialog("removal");
    sheet.button("removal.yes").click();
    eventually(
        "told", () -> sheet.textBox("removal.result").text().startsWith("One message may still"));
    pictures(sheet.target(), "talk-remove-stays");
    sheet.button("removal.no").click();
    eventually("gone", () -> window.texts().equals(List.of("on its way")));
    eventually("one line for both", () -> window.removedCounts().equals(List.of(2)));
    eventually("one is still chosen", () -> window.labels().contains("1 message selected"));
  }

  @Test
  void a_conversation_is_cleared_after_an_offer_to_export_it() throws Exception {
    know("clear", "one", "two", "three");
    withdrawn("clear", "never sent");
    open(pair.alice(), "clear");
    eventually("shown", () -> window.texts().contains("never sent"));
    menu(window.frame.button("header.more").target(), "peer.clear");
    DialogFixture sheet = dialog("removal");
    assertThat(sheet.textBox("sentence").text()).contains("the log keeps that it was there");
    pictures(sheet.target(), "talk-clear");
    sheet.button("removal.export").click();
    assertThat(window.asked).contains("export clear");
    sheet.button("removal.yes").click();
    eventually("cleared", () -> window.texts().isEmpty());
    eventually("one line for all", () -> window.removedCounts().equals(List.of(3)));
    eventually("closed", () -> !sheet.target().isShowing());
    assertThat(pair.alice().talk().page("clear", null, 10))
        .allMatch(message -> message.text().isEmpty());
  }

  private void menu(java.awt.Component of, String item) {
    if (of instanceof MessageRow row) {
      GuiActionRunner.execute(() -> row.getComponentPopupMenu().show(row, 8, 8));
    } else {
      robot.click(of);
    }
    robot.waitForIdle();
    robot.click(robot.finder().findByName(robot.findActivePopupMenu(), item));
    robot.waitForIdle();
  }

  private String count() {
    return window.frame.label("find.count").text();
  }
}
