package org.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Optional;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.ui.workplace.FakeTalk;
import org.parley.ui.workplace.FakeWorkplace;
import org.parley.ui.workplace.Reached;

class MainGuiTest extends WindowTest {
  private final FakeWorkplace workplace = new FakeWorkplace();
  private final FakeTalk talk = workplace.talk;
  private final FakeTray tray = new FakeTray();
  private final FakeTurns turns = new FakeTurns();
  private FrameFixture window;

  @BeforeEach
  void fill() {
    workplace
        .with("bob", "192.168.1.31", 5000)
        .with("Çelik Ayşe", "ayse.example.org", 5001)
        .with("张伟", "2001:db8::7", 5000);
    talk.reachedAt(
        FakeWorkplace.name("bob"), new Reached(NOW.minusSeconds(180), "192.168.1.31", true));
    talk.put("张伟", false, NOW.minus(Duration.ofDays(1)), "明天见！", Fate.RECEIVED, null);
    talk.put(
        "mallory (203.0.113.9:5000)",
        false,
        NOW.minus(Duration.ofDays(9)),
        "Is this you?",
        Fate.RECEIVED,
        null);
    talk.put(
        "bob",
        true,
        NOW.minus(Duration.ofHours(27)),
        "Did you get the drawings?",
        Fate.DELIVERED,
        null);
    talk.put(
        "bob",
        false,
        NOW.minus(Duration.ofHours(26)),
        "Yes, thank you. I will look at them on the train tomorrow and write down what I would"
            + " change.",
        Fate.RECEIVED,
        null);
    talk.put(
        "bob",
        false,
        NOW.minusSeconds(1500),
        "Two small things: the door opens the wrong way on sheet 3, and the stairs want another"
            + " landing. Otherwise I like it very much.",
        Fate.RECEIVED,
        null);
    talk.put(
        "bob",
        true,
        NOW.minusSeconds(900),
        "Good eye, I had not seen the door.",
        Fate.DELIVERED,
        null);
    talk.put(
        "bob",
        true,
        NOW.minusSeconds(600),
        "New sheets follow tonight.",
        Fate.FAILED,
        Failure.of(FailureKind.NOBODY_THERE));
    talk.put("bob", true, NOW.minusSeconds(60), "And one more line", Fate.WAITING, null);
    talk.put("Çelik Ayşe", false, NOW.minusSeconds(7200), "Görüşürüz 🙂", Fate.RECEIVED, null);
    talk.unread("Çelik Ayşe", 3);
  }

  private void start() {
    GuiActionRunner.execute(
        () -> new MainController(ui, workplace, tray, turns).start(Optional.empty()));
    window = frame("main");
    GuiActionRunner.execute(() -> ((JFrame) window.target()).setSize(1040, 720));
    robot.waitForIdle();
  }

  @Test
  void the_window_shows_conversations_and_directory() {
    start();
    eventually("loaded", () -> window.list("peers").target().getModel().getSize() == 4);
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
    pictures(window.target(), "conversations");
    window.tabbedPane("tabs").selectTab(1);
    pictures(window.target(), "directory");
    assertThat(window.table("contacts.table").rowCount()).isEqualTo(3);
    eventually("counted", () -> window.target().getTitle().equals("(3) alice - Parley"));
  }

  @Test
  void every_control_has_an_accessible_name() {
    start();
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
    assertThat(withoutAccessibleName(window.target())).isEmpty();
    window.tabbedPane("tabs").selectTab(1);
    assertThat(withoutAccessibleName(window.target())).isEmpty();
  }

  @Test
  void keys_lead_to_tabs_contacts_and_dialogs() {
    start();
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
    window.textBox("filter").focus();
    robot.pressAndReleaseKey(KeyEvent.VK_2, InputEvent.CTRL_MASK);
    eventually("directory", () -> window.tabbedPane("tabs").target().getSelectedIndex() == 1);
    robot.pressAndReleaseKey(KeyEvent.VK_1, InputEvent.CTRL_MASK);
    eventually("writing", () -> window.textBox("composer").target().isFocusOwner());
    robot.pressAndReleaseKey(KeyEvent.VK_2, InputEvent.CTRL_MASK);
    eventually("directory", () -> window.tabbedPane("tabs").target().getSelectedIndex() == 1);
    robot.pressAndReleaseKey(KeyEvent.VK_K, InputEvent.CTRL_MASK);
    eventually("talk", () -> window.tabbedPane("tabs").target().getSelectedIndex() == 0);
    eventually("focus", () -> window.textBox("filter").target().isFocusOwner());
    // The screen in memory does not tell that Alt is held: the event is made here.
    GuiActionRunner.execute(
        () ->
            window
                .textBox("filter")
                .target()
                .dispatchEvent(
                    new KeyEvent(
                        window.textBox("filter").target(),
                        KeyEvent.KEY_PRESSED,
                        0,
                        KeyEvent.ALT_DOWN_MASK,
                        KeyEvent.VK_DOWN,
                        KeyEvent.CHAR_UNDEFINED)));
    eventually("next", () -> window.label("header.name").text().equals("Çelik Ayşe"));
    robot.pressAndReleaseKeys(KeyEvent.VK_F1);
    DialogFixture keys = dialog("keys");
    pictures(keys.target(), "keys");
    keys.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    eventually("closed", () -> !keys.target().isShowing());
  }

  private javax.swing.JPanel stranger() {
    return robot.finder().findByName(window.target(), "stranger", javax.swing.JPanel.class, false);
  }

  @Test
  void a_stranger_is_shown_once_and_never_again_after_ignore() {
    start();
    talk.tell(l -> l.strangerTried("eve", "198.51.100.4"));
    eventually("notice", () -> stranger().isShowing());
    assertThat(window.textBox("stranger.sentence").text())
        .contains("eve")
        .contains("198.51.100.4")
        .contains("not verified");
    pictures(window.target(), "stranger");
    window.button("stranger.ignore").click();
    eventually("gone", () -> !stranger().isShowing());
    talk.tell(l -> l.strangerTried("eve", "198.51.100.4"));
    robot.waitForIdle();
    assertThat(stranger().isShowing()).isFalse();
  }

  @Test
  void the_theme_changes_at_once() {
    start();
    window.button("settings").click();
    DialogFixture settings = dialog("settings");
    settings.radioButton("look.DARK").click();
    eventually("dark", com.formdev.flatlaf.FlatLaf::isLafDark);
    pictures(settings.target(), "settings");
    settings.button("settings.close").click();
  }

  @Test
  void closing_asks_and_closes_the_workplace() {
    start();
    window.close();
    DialogFixture ask = dialog("ask");
    assertThat(ask.textBox("sentence").text()).contains("2 messages wait");

    pictures(ask.target(), "quit");

    ask.button("yes").click();
    eventually("closed", () -> turns.ended == 1);
    eventually("workplace", workplace::isClosed);
  }
}
