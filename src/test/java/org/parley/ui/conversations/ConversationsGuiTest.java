package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.WindowTest;
import org.parley.ui.workplace.FakeTalk;
import org.parley.ui.workplace.FakeWorkplace;
import org.parley.ui.workplace.ManualOutcome;
import org.parley.ui.workplace.TalkException;

class ConversationsGuiTest extends WindowTest {
  private final FakeWorkplace workplace =
      new FakeWorkplace().with("bob", "192.168.1.31", 5000).with("carol", "192.168.1.32", 5000);
  private final FakeTalk talk = workplace.talk;
  private final List<String> elsewhere = new CopyOnWriteArrayList<>();
  private ConversationsController controller;
  private FrameFixture window;

  private final class Recorded implements ConversationsController.Elsewhere {
    @Override
    public void addContact() {
      elsewhere.add("add");
    }

    @Override
    public void keepContact(String name, String host, int port, char[] password) {
      elsewhere.add("keep " + name + " " + host + " " + port + " " + new String(password));
    }

    @Override
    public void details(org.parley.messaging.Message message) {
      elsewhere.add("details " + message.id());
    }

    @Override
    public void export(String peer, java.awt.Component over) {
      elsewhere.add("export " + peer);
    }

    @Override
    public void announce(String who, String line) {
      elsewhere.add("announce " + who + ": " + line);
    }
  }

  private void start() {
    JFrame frame =
        GuiActionRunner.execute(
            () -> {
              controller = new ConversationsController(ui, workplace, new Recorded());
              JFrame made = new JFrame();
              made.setContentPane(controller.component());
              return made;
            });
    window = new FrameFixture(robot, frame);
    window.show(new Dimension(900, 640));
    GuiActionRunner.execute(() -> controller.start());
    robot.waitForIdle();
  }

  private void startWithBob() {
    talk.put("bob", false, NOW.minusSeconds(600), "hello", Fate.RECEIVED, null);
    start();
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
    eventually("loaded", () -> texts().contains("hello"));
  }

  private List<String> texts() {
    return GuiActionRunner.execute(
        () -> {
          List<String> found = new ArrayList<>();
          for (MessageText text :
              robot
                  .finder()
                  .findAll(
                      window.target(),
                      new org.assertj.swing.core.GenericTypeMatcher<>(MessageText.class, false) {
                        @Override
                        protected boolean isMatching(MessageText one) {
                          return true;
                        }
                      })) {
            found.add(text.shown());
          }
          return found;
        });
  }

  @Test
  void enter_sends_and_shift_enter_breaks_the_line() {
    startWithBob();
    window.textBox("composer").focus();
    window.textBox("composer").enterText("one");
    window
        .textBox("composer")
        .pressAndReleaseKey(
            org.assertj.swing.core.KeyPressInfo.keyCode(KeyEvent.VK_ENTER)
                .modifiers(java.awt.event.InputEvent.SHIFT_MASK));
    window.textBox("composer").enterText("two");
    assertThat(talk.calls()).noneMatch(call -> call.startsWith("send"));
    window.textBox("composer").pressAndReleaseKeys(KeyEvent.VK_ENTER);
    eventually("sent", () -> talk.calls().contains("deliver bob"));
    assertThat(talk.calls()).contains("send bob one\ntwo");
    eventually("emptied", () -> window.textBox("composer").text().isEmpty());
    eventually("shown", () -> texts().contains("one\ntwo"));
  }

  private int composerHeight() {
    return GuiActionRunner.execute(
        () -> {
          javax.swing.text.JTextComponent composer = window.textBox("composer").target();
          return composer.getParent().getHeight();
        });
  }

  @Test
  void the_composer_grows_with_what_one_writes_up_to_eight_lines() {
    for (int i = 0; i < 60; i++) {
      talk.put("bob", false, NOW.minusSeconds(600 - i), "message " + i, Fate.RECEIVED, null);
    }
    start();
    eventually("loaded", () -> texts().contains("message 59"));
    int line = composerHeight();
    GuiActionRunner.execute(() -> window.textBox("composer").target().setText("one\ntwo\nthree"));
    eventually("three lines", () -> composerHeight() > line + 20);
    int three = composerHeight();
    GuiActionRunner.execute(
        () -> window.textBox("composer").target().setText("🍜 word ".repeat(90)));
    eventually("more", () -> composerHeight() > three);
    assertThat(composerHeight()).isLessThan(180);
    GuiActionRunner.execute(() -> window.textBox("composer").target().setText(""));
    eventually("one line again", () -> composerHeight() == line);
  }

  @Test
  void what_could_not_be_stored_stays_in_the_composer() {
    startWithBob();
    talk.refusal = new TalkException(TalkException.Problem.STORAGE, "disk full", null);
    window.textBox("composer").enterText("precious");
    window.button("composer.send").click();
    DialogFixture told = dialog("tell");
    assertThat(told.textBox("sentence").text()).contains("disk full").contains("Nothing was sent");
    told.button("ok").click();
    assertThat(window.textBox("composer").text()).isEqualTo("precious");
  }

  @Test
  void a_fate_shows_in_words_and_can_be_retried_and_cancelled() {
    Message failed =
        talk.put(
            "bob",
            true,
            NOW.minusSeconds(60),
            "lost",
            Fate.FAILED,
            Failure.of(FailureKind.AUTHENTICATION_FAILED));
    startWithBob();
    window.button("message.retry").click();
    eventually("retried", () -> talk.calls().contains("retry " + failed.id()));
    talk.becomes(
        failed.id(), Fate.WAITING, Failure.of(FailureKind.NOBODY_THERE), NOW.plusSeconds(300));
    eventually("waiting", () -> labels().contains("11:59  ·  Waiting, next try at 12:05"));
    var messages = window.scrollPane("messages").target().getViewport().getView();
    int high = GuiActionRunner.execute(() -> messages.getPreferredSize().height);
    talk.becomes(failed.id(), Fate.SENDING, null, null);
    eventually("tried again", () -> !window.button("message.cancel").target().isEnabled());
    assertThat(GuiActionRunner.execute(() -> messages.getPreferredSize().height)).isEqualTo(high);
    talk.becomes(
        failed.id(), Fate.WAITING, Failure.of(FailureKind.NOBODY_THERE), NOW.plusSeconds(300));
    window.button("message.cancel").click();
    eventually("cancelled", () -> labels().contains("11:59  ·  Cancelled"));
    talk.becomes(failed.id(), Fate.DELIVERED, null, null);
    eventually("delivered", () -> labels().contains("11:59  ·  Delivered"));
  }

  /** The last column in which something is painted. */
  private static int end(Component one) {
    BufferedImage picture =
        new BufferedImage(one.getWidth(), one.getHeight(), BufferedImage.TYPE_INT_ARGB);
    one.paint(picture.createGraphics());
    for (int x = one.getWidth() - 1; x >= 0; x--) {
      for (int y = 0; y < one.getHeight(); y++) {
        if (picture.getRGB(x, y) >>> 24 != 0) {
          return x;
        }
      }
    }
    return -1;
  }

  @ParameterizedTest
  @EnumSource(names = {"NOBODY_THERE", "AUTHENTICATION_FAILED"}) // one line, and two
  void why_it_was_not_delivered_ends_where_the_bubble_ends(FailureKind kind) {
    talk.put("bob", true, NOW, "lost", Fate.FAILED, Failure.of(kind));
    startWithBob();
    int past =
        GuiActionRunner.execute(
            () -> {
              var row = window.button("message.retry").target().getParent().getParent();
              Component bubble = row.getComponent(0);
              Component reason = row.getComponent(1);
              return reason.getX() + end(reason) - (bubble.getX() + bubble.getWidth() - 1);
            });
    assertThat(past).isBetween(-2, 1); // the edge of a smoothed letter may be one further
  }

  private List<String> labels() {
    return GuiActionRunner.execute(
        () ->
            robot
                .finder()
                .findAll(
                    window.target(),
                    new org.assertj.swing.core.GenericTypeMatcher<>(
                        javax.swing.JLabel.class, true) {
                      @Override
                      protected boolean isMatching(javax.swing.JLabel one) {
                        return true;
                      }
                    })
                .stream()
                .map(javax.swing.JLabel::getText)
                .filter(java.util.Objects::nonNull)
                .toList());
  }

  @Test
  void a_message_for_another_conversation_is_counted_and_read_when_opened() {
    startWithBob();
    talk.arrive("carol", NOW, "are you there?");
    eventually("first", () -> first().peer().equals("carol"));
    eventually("counted", () -> first().conversation().unread() == 1);
    window.list("peers").clickItem(0);
    eventually("opened", () -> window.label("header.name").text().equals("carol"));
    eventually("read", () -> talk.calls().contains("read carol"));
    eventually("no badge", () -> first().conversation().unread() == 0);
    eventually("line", () -> labels().contains("Unread"));
    pictures(window.target(), "unread");
  }

  private ConversationsModel.Entry first() {
    return (ConversationsModel.Entry) window.list("peers").target().getModel().getElementAt(0);
  }

  @Test
  void a_message_from_a_stranger_by_address_stands_apart() {
    startWithBob();
    talk.arrive("mallory (203.0.113.9:5000)", NOW, "hi");
    eventually("listed", () -> first().peer().startsWith("mallory"));
    assertThat(first().contact()).isEmpty();
    window.list("peers").clickItem(0);
    eventually("no composer", () -> !composerShows());
    window.button("again").click();
    DialogFixture form = dialog("toAddress");
    assertThat(form.textBox("address.host").text()).isEqualTo("203.0.113.9");
    assertThat(form.textBox("address.port").text()).isEqualTo("5000");
    form.button("address.cancel").click();
  }

  private boolean composerShows() {
    return robot
        .finder()
        .findByName(window.target(), "composer", javax.swing.JTextArea.class, false)
        .isShowing();
  }

  @Test
  void older_messages_come_as_one_scrolls_up() {
    for (int i = 0; i < 130; i++) {
      talk.put(
          "bob",
          i % 3 == 0,
          NOW.minusSeconds(20_000 - i),
          "message " + i,
          i % 3 == 0 ? Fate.DELIVERED : Fate.RECEIVED,
          null);
    }
    start();
    eventually("newest", () -> texts().contains("message 129"));
    assertThat(texts()).doesNotContain("message 80");
    GuiActionRunner.execute(
        () -> window.scrollPane("messages").target().getVerticalScrollBar().setValue(0));
    eventually("older", () -> texts().contains("message 80"));
    eventually(
        "what one was reading stays in sight",
        () -> window.scrollPane("messages").target().getViewport().getViewPosition().y > 0);
  }

  @Test
  void a_draft_is_kept_when_another_conversation_is_opened() {
    talk.draftOf("carol", "half a thought");
    startWithBob();
    window.textBox("composer").enterText("for bob");
    window.list("peers").clickItem(1);
    eventually("carol", () -> window.textBox("composer").text().equals("half a thought"));
    eventually("kept", () -> talk.savedDraft("bob").equals("for bob"));
  }

  @Test
  void the_filter_finds_and_enter_opens() {
    startWithBob();
    window.textBox("filter").enterText("CAR");
    eventually("one", () -> window.list("peers").target().getModel().getSize() == 1);
    window.textBox("filter").pressAndReleaseKeys(KeyEvent.VK_ENTER);
    eventually("opened", () -> window.label("header.name").text().equals("carol"));
    eventually("no filter", () -> window.textBox("filter").text().isEmpty());
  }

  @Test
  void a_check_runs_off_the_event_thread_and_can_be_cancelled() {
    startWithBob();
    talk.checkGate = new CountDownLatch(1);
    window.button("check").click();
    eventually("runs", () -> window.button("check").text().equals("Cancel check"));
    talk.checkAnswer = Optional.of(Failure.of(FailureKind.CANCELLED));
    window.button("check").click();
    eventually("ended", () -> window.button("check").text().equals("Check"));
    talk.checkGate = new CountDownLatch(0);
    talk.checkAnswer = Optional.empty();
    window.button("check").click();
    eventually("notice", this::noticeShows);
    assertThat(window.textBox("notice.text").text()).startsWith("All is well");
    pictures(window.target(), "checked");
  }

  private boolean noticeShows() {
    return robot.finder().findByName(window.target(), "notice", JPanel.class, false).isShowing();
  }

  @Test
  void a_message_to_an_address_says_how_it_ended_and_offers_to_keep() {
    start();
    talk.manualAnswer =
        new ManualOutcome("dave (198.51.100.7:5000)", FakeWorkplace.name("dave"), false, null);
    window.button("toAddress").click();
    DialogFixture form = dialog("toAddress");
    form.button("address.send").click();
    eventually("faults", () -> form.textBox("address.host.message").target().isShowing());
    pictures(form.target(), "address-wrong");
    form.textBox("address.host").setText("198.51.100.7");
    form.textBox("address.port").setText("5000");
    form.textBox("address.password").setText("secret");
    form.textBox("address.text").setText("hello dave");
    form.button("address.send").click();
    eventually("delivered", () -> form.textBox("address.result").text().contains("dave"));
    pictures(form.target(), "address-delivered");
    form.button("address.keep").click();
    eventually("kept", () -> elsewhere.contains("keep dave 198.51.100.7 5000 secret"));
    assertThat(talk.calls()).contains("sendTo 198.51.100.7 5000 secret hello dave");
  }

  @Test
  void an_empty_place_says_how_to_begin() {
    workplace.become(org.parley.directory.Directory.empty(workplace.self()));
    start();
    eventually("empty", () -> window.button("empty.add").target().isShowing());
    window.button("empty.add").click();
    assertThat(elsewhere).contains("add");
    pictures(window.target(), "conversations-empty");
  }
}
