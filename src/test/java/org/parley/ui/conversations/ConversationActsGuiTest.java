package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.app.window.RealPair;
import org.parley.messaging.PeerNote;
import org.parley.settings.EnterKey;
import org.parley.settings.Notifications;
import org.parley.ui.WindowTest;

/** What one does in a conversation, over a real vault and journal; each test has its own peer. */
class ConversationActsGuiTest extends WindowTest {
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

  @BeforeEach
  void nothingYet() {
    window = null;
  }

  @AfterEach
  void closeWindow() throws Exception {
    if (window != null) {
      window.close();
    }
  }

  private static List<String> numbered(String word, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> word + " " + i).toList();
  }

  /** Somebody with a history, whose conversation is open. */
  private void with(String peer, List<String> texts) throws Exception {
    RealPair.know(pair.alice(), peer, "127.0.0.1", 9, "a password");
    RealPair.received(pair.aliceProfile(), peer, texts, MINUTE);
    pair.alice().talk().markRead(peer);
    window = new TalkWindow(robot, live, pair.alice());
    eventually("listed", () -> window.frame.list("peers").target().getModel().getSize() > 0);
    window.open(peer);
    String last = texts.get(texts.size() - 1);
    eventually("loaded", () -> window.texts().contains(last));
    robot.waitForIdle();
  }

  private PeerNote note(String peer) {
    return pair.alice().talk().notes().of(peer);
  }

  private static String clipboard() throws Exception {
    return (String)
        Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
  }

  private void key(int key, int modifiers) {
    robot.pressAndReleaseKey(key, modifiers);
    robot.waitForIdle();
  }

  private void scrollTo(double part) {
    GuiActionRunner.execute(
        () -> {
          var bar = window.frame.scrollPane("messages").target().getVerticalScrollBar();
          bar.setValue((int) (part * bar.getMaximum()));
        });
    robot.waitForIdle();
  }

  @Test
  void a_long_conversation_is_read_to_its_beginning_and_rows_far_away_are_let_go()
      throws Exception {
    with("long", numbered("line", 900));
    for (int i = 0; i < 40 && !window.texts().contains("line 1"); i++) {
      String before = window.texts().get(0);
      scrollTo(0);
      eventually(
          "older",
          () -> !window.texts().get(0).equals(before) || window.texts().contains("line 1"));
      assertThat(window.rows()).hasSizeLessThanOrEqualTo(Exchange.MOST);
    }
    assertThat(window.texts()).startsWith("line 1", "line 2").doesNotContain("line 900");
    scrollTo(1);
    eventually("newer", () -> window.texts().contains("line " + (Exchange.MOST + 1)));
    assertThat(window.texts()).doesNotContain("line 1").doesNotHaveDuplicates();
    window.frame.button("newest").click();
    eventually("newest", () -> window.inSight().contains("line 900"));
  }

  @Test
  void what_comes_in_below_is_counted_and_the_button_leads_there() throws Exception {
    with("below", numbered("line", 120));
    scrollTo(0.5);
    eventually("button", () -> window.frame.button("newest").target().isShowing());
    RealPair.received(pair.aliceProfile(), "below", List.of("new one", "new two"), Duration.ZERO);
    eventually("counted", () -> window.frame.button("newest").text().equals("2 new"));
    assertThat(window.inSight()).doesNotContain("new two");
    pictures(window.frame.target(), "talk-new-below");
    window.frame.button("newest").click();
    eventually("there", () -> window.inSight().contains("new two"));
    eventually("gone", () -> !newestShows());
  }

  private boolean newestShows() {
    return robot
        .finder()
        .findByName(window.frame.target(), "newest", javax.swing.JButton.class, false)
        .isShowing();
  }

  @Test
  void many_unread_open_at_the_first_of_them() throws Exception {
    RealPair.know(pair.alice(), "busy", "127.0.0.1", 9, "a password");
    RealPair.received(pair.aliceProfile(), "busy", numbered("old", 300), MINUTE);
    pair.alice().talk().markRead("busy");
    RealPair.received(pair.aliceProfile(), "busy", numbered("fresh", 400), Duration.ofMillis(100));
    window = new TalkWindow(robot, live, pair.alice());
    eventually("listed", () -> window.frame.list("peers").target().getModel().getSize() > 0);
    window.open("busy");
    eventually("at the line", () -> window.inSight().contains("fresh 1"));
    assertThat(window.labels()).contains("Unread");
    assertThat(window.rows()).hasSizeLessThanOrEqualTo(Exchange.MOST);
  }

  @Test
  void find_reaches_what_is_not_loaded_and_steps_through_all_hits() throws Exception {
    List<String> texts = new java.util.ArrayList<>(numbered("line", 400));
    texts.set(3, "The Needle, first");
    texts.set(200, "a needle in the middle");
    texts.set(390, "NEEDLE at the end");
    with("find", texts);
    window.frame.textBox("composer").focus();
    GuiActionRunner.execute(() -> window.controller.onFind());
    window.frame.textBox("find").enterText("needle");
    eventually("found", () -> window.labels().contains("1 of 3"));
    eventually("end", () -> window.inSight().contains("NEEDLE at the end"));
    pictures(window.frame.target(), "talk-find");
    key(KeyEvent.VK_ENTER, 0);
    eventually("middle", () -> window.inSight().contains("a needle in the middle"));
    eventually("second", () -> window.labels().contains("2 of 3"));
    key(KeyEvent.VK_ENTER, 0);
    eventually("first", () -> window.inSight().contains("The Needle, first"));
    key(KeyEvent.VK_ENTER, InputEvent.SHIFT_MASK);
    eventually("back", () -> window.inSight().contains("a needle in the middle"));
    window.frame.textBox("find").setText("haystack");
    eventually("nothing", () -> window.labels().contains("Nothing found"));
    window.frame.textBox("find").focus();
    key(KeyEvent.VK_ESCAPE, 0);
    eventually("closed", () -> !findShows());
    eventually("writes", () -> window.frame.textBox("composer").target().isFocusOwner());
  }

  private boolean findShows() {
    return robot
        .finder()
        .findByName(window.frame.target(), "find", javax.swing.JTextField.class, false)
        .isShowing();
  }

  @Test
  void several_are_chosen_by_keyboard_and_copied_with_names_and_times() throws Exception {
    with("chosen", List.of("one", "two", "three", "four"));
    window.frame.textBox("composer").focus();
    key(KeyEvent.VK_TAB, InputEvent.SHIFT_MASK);
    eventually("row", () -> window.row("four").isFocusOwner());
    key(KeyEvent.VK_UP, 0);
    key(KeyEvent.VK_UP, InputEvent.SHIFT_MASK);
    eventually("two", () -> window.labels().contains("2 messages selected"));
    pictures(window.frame.target(), "talk-chosen");
    key(KeyEvent.VK_C, InputEvent.CTRL_MASK);
    assertThat(clipboard())
        .matches("\\[[-0-9]{10} \\d\\d:\\d\\d] chosen: two\n\\[.*] chosen: three\n");
    key(KeyEvent.VK_ESCAPE, 0);
    eventually("none", () -> !window.says("selected"));
  }

  @Test
  void several_are_chosen_by_mouse_and_one_text_in_part() throws Exception {
    with("mouse", List.of("one", "two", "three", "four"));
    MessageRow two = window.row("two");
    robot.click(two, new java.awt.Point(two.getWidth() - 4, 4), MouseButton.LEFT_BUTTON, 1);
    robot.pressModifiers(InputEvent.SHIFT_MASK);
    MessageRow four = window.row("four");
    robot.click(four, new java.awt.Point(four.getWidth() - 4, 4), MouseButton.LEFT_BUTTON, 1);
    robot.releaseModifiers(InputEvent.SHIFT_MASK);
    eventually("three", () -> window.labels().contains("3 messages selected"));
    window.frame.button("chosen.copy").click();
    assertThat(clipboard().lines()).hasSize(3);
    window.frame.button("chosen.close").click();
    MessageText text = window.row("three").textComponent();
    robot.click(text, MouseButton.LEFT_BUTTON, 2);
    eventually("word", () -> "three".equals(text.getSelectedText()));
    key(KeyEvent.VK_C, InputEvent.CTRL_MASK);
    assertThat(clipboard()).isEqualTo("three");
  }

  @Test
  void a_messages_menu_opens_by_keyboard_and_leads_to_details() throws Exception {
    with("menu", List.of("one", "see https://example.org/a and more"));
    robot.focusAndWaitForFocusGain(window.rows().get(1));
    key(KeyEvent.VK_F10, InputEvent.SHIFT_MASK);
    JPopupMenu menu = robot.findActivePopupMenu();
    assertThat(menu).isNotNull();
    pictures(window.frame.target(), "talk-menu");
    click(menu, "message.details");
    eventually("asked", () -> window.asked.contains("details see https://example.org/a and more"));
  }

  private void click(JPopupMenu menu, String name) {
    robot.click(robot.finder().findByName(menu, name));
    robot.waitForIdle();
  }

  @Test
  void a_link_is_not_followed_without_a_question_that_shows_the_host() throws Exception {
    with("links", List.of("https://bank.example@xn--80ak6aa92e.com/login or https://аррӏе.com/x"));
    JPopupMenu menu = menuOf(window.rows().get(0));
    click(menu, "message.link.0");
    DialogFixture sheet = dialog("link");
    assertThat(sheet.label("link.host").text()).isEqualTo("xn--80ak6aa92e.com");
    sheet.textBox("link.care").requireVisible();
    pictures(sheet.target(), "talk-link");
    sheet.button("link.copy").click();
    assertThat(clipboard()).isEqualTo("https://xn--80ak6aa92e.com/login");
  }

  private JPopupMenu menuOf(MessageRow row) {
    GuiActionRunner.execute(() -> row.getComponentPopupMenu().show(row, 8, 8));
    robot.waitForIdle();
    return robot.findActivePopupMenu();
  }

  private JPopupMenu peerMenu() {
    window.frame.button("header.more").click();
    return robot.findActivePopupMenu();
  }

  @Test
  void an_alias_is_shown_and_kept_and_the_directory_keeps_the_name() throws Exception {
    with("aliased", List.of("hello"));
    click(peerMenu(), "peer.alias");
    DialogFixture sheet = dialog("alias");
    sheet.textBox("alias.field").setText("My best friend");
    pictures(sheet.target(), "talk-alias");
    sheet.button("alias.save").click();
    eventually("shown", () -> window.frame.label("header.name").text().equals("My best friend"));
    eventually("name", () -> window.frame.label("header.about").text().startsWith("aliased"));
    assertThat(pair.alice().addressBook().known(RealPair.name("aliased"))).isPresent();
    assertThat(note("aliased").alias()).isEqualTo("My best friend");
  }

  @Test
  void muted_is_not_announced_and_does_not_count() throws Exception {
    with("loud", List.of("hello"));
    click(peerMenu(), "peer.mute");
    eventually("muted", () -> note("loud").muted());
    window.open("bob");
    int before = unread();
    RealPair.received(pair.aliceProfile(), "loud", List.of("psst"), Duration.ZERO);
    eventually("badge", () -> entry("loud").unread() == 1);
    assertThat(unread()).isEqualTo(before);
    assertThat(window.asked).noneMatch(a -> a.startsWith("announce"));
  }

  private int unread() {
    int[] now = new int[1];
    GuiActionRunner.execute(() -> window.controller.followUnread(count -> now[0] = count));
    return now[0];
  }

  private ConversationsModel.Entry entry(String peer) {
    var lines = window.frame.list("peers").target().getModel();
    for (int i = 0; i < lines.getSize(); i++) {
      ConversationsModel.Entry one = (ConversationsModel.Entry) lines.getElementAt(i);
      if (one.peer().equals(peer)) {
        return one;
      }
    }
    throw new AssertionError("no " + peer);
  }

  @Test
  void what_nobody_sees_is_announced_with_as_much_as_the_owner_wants() throws Exception {
    with("quiet", List.of("hello"));
    window.open("bob");
    RealPair.received(pair.aliceProfile(), "quiet", List.of("secret plan"), Duration.ZERO);
    eventually("without", () -> window.asked.contains("announce quiet: New message"));
    pair.alice().preferences().changeSealed(s -> s.withNotifications(Notifications.WITH_CONTENT));
    RealPair.received(pair.aliceProfile(), "quiet", List.of("plain words"), Duration.ZERO);
    eventually("with", () -> window.asked.contains("announce quiet: plain words"));
    pair.alice().preferences().changeSealed(s -> s.withNotifications(Notifications.OFF));
    RealPair.received(pair.aliceProfile(), "quiet", List.of("nothing of this"), Duration.ZERO);
    eventually("badge", () -> entry("quiet").unread() == 3);
    assertThat(window.asked).noneMatch(a -> a.contains("nothing of this"));
    window.open("quiet");
    RealPair.received(pair.aliceProfile(), "quiet", List.of("in view"), Duration.ZERO);
    eventually("seen", () -> window.texts().contains("in view"));
    assertThat(window.asked).noneMatch(a -> a.contains("in view"));
    pair.alice()
        .preferences()
        .changeSealed(s -> s.withNotifications(Notifications.WITHOUT_CONTENT));
  }

  @Test
  void marked_as_unread_stays_so_until_opened_again() throws Exception {
    with("marked", List.of("hello"));
    click(peerMenu(), "peer.unread");
    eventually("marked", () -> entry("marked").note().unread());
    window.open("bob");
    assertThat(note("marked").unread()).isTrue();
    window.open("marked");
    eventually("read", () -> !note("marked").unread());
  }

  @Test
  void blocking_asks_and_takes_the_composer_away_until_unblocked() throws Exception {
    with("pest", List.of("buy this"));
    click(peerMenu(), "peer.block");
    DialogFixture ask = dialog("ask");
    pictures(ask.target(), "talk-block");
    ask.button("no").click();
    assertThat(note("pest").blocked()).isFalse();
    click(peerMenu(), "peer.block");
    dialog("ask").button("yes").click();
    eventually("blocked", () -> window.frame.button("unblock").target().isShowing());
    assertThat(note("pest").blocked()).isTrue();
    pictures(window.frame.target(), "talk-blocked");
    window.frame.button("unblock").click();
    eventually("unblocked", () -> window.frame.textBox("composer").target().isShowing());
  }

  @Test
  void another_person_of_the_same_name_is_parted_by_a_line() throws Exception {
    with("namesake", List.of("from the first"));
    pair.alice().talk().notes().part(RealPair.name("namesake"));
    eventually("line", () -> window.says("another person of this name"));
    RealPair.received(pair.aliceProfile(), "namesake", List.of("from the second"), Duration.ZERO);
    eventually("second", () -> window.texts().contains("from the second"));
    assertThat(window.labels().stream().filter(l -> l.contains("another person"))).hasSize(1);
    pictures(window.frame.target(), "talk-parted");
  }

  @Test
  void a_setting_swaps_what_enter_does() throws Exception {
    with("swapped", List.of("hello"));
    pair.alice().preferences().changeSealed(s -> s.withEnterKey(EnterKey.BREAKS));
    robot.waitForIdle();
    window.frame.textBox("composer").focus();
    window.frame.textBox("composer").enterText("one");
    key(KeyEvent.VK_ENTER, 0);
    window.frame.textBox("composer").enterText("two");
    assertThat(window.frame.textBox("composer").text()).isEqualTo("one\ntwo");
    key(KeyEvent.VK_ENTER, InputEvent.SHIFT_MASK);
    eventually("sent", () -> window.texts().contains("one\ntwo"));
    pair.alice().preferences().changeSealed(s -> s.withEnterKey(EnterKey.SENDS));
    eventually("fails", () -> window.says("Waiting"));
    pictures(window.frame.target(), "talk-waiting");
  }

  @Test
  void who_comes_from_elsewhere_is_offered_to_be_taken_over() throws Exception {

    pair.alice()
        .addressBook()
        .change(
            now -> {
              var entry = now.entry(RealPair.name("bob"));
              return now.edit(entry, entry.form().withHost("192.0.2.50"));
            });
    pair.aliceProfile().messenger().awaitSecrets();
    window = new TalkWindow(robot, live, pair.alice());
    eventually("listed", () -> window.frame.list("peers").target().getModel().getSize() > 0);
    window.open("bob");
    RealPair.say(pair.bob(), "alice", "I have moved");
    eventually("offer", this::noticeShows);
    assertThat(window.frame.textBox("notice.text").text())
        .contains("127.0.0.1")
        .contains("192.0.2.50");
    pictures(window.frame.target(), "talk-take-over");
    robot.click(
        robot
            .finder()
            .find(
                window.frame.target(),
                new org.assertj.swing.core.GenericTypeMatcher<>(javax.swing.JButton.class, true) {
                  @Override
                  protected boolean isMatching(javax.swing.JButton one) {
                    return "Take over".equals(one.getText());
                  }
                }));
    eventually(
        "taken over",
        () ->
            pair.alice()
                .addressBook()
                .known(RealPair.name("bob"))
                .filter(k -> k.host().equals("127.0.0.1"))
                .isPresent());
  }

  private boolean noticeShows() {
    return robot
        .finder()
        .findByName(window.frame.target(), "notice", JPanel.class, false)
        .isShowing();
  }
}
