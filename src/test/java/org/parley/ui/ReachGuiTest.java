package org.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Window;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.ui.workplace.FakeWorkplace;

/** Every tab and dialog can be used without a mouse and without sight. */
class ReachGuiTest extends WindowTest {
  private final FakeWorkplace workplace = new FakeWorkplace();
  private FrameFixture window;

  private void start() {
    FakeTray tray = new FakeTray();
    tray.works = true;
    GuiActionRunner.execute(
        () -> new MainController(ui, workplace, tray, new FakeTurns()).start(Optional.empty()));
    window = frame("main");
    GuiActionRunner.execute(() -> ((JFrame) window.target()).setSize(1040, 720));
    robot.waitForIdle();
  }

  private void talked() {
    workplace.with("bob", "192.168.1.31", 5000).with("carol", "192.168.1.32", 5000);
    workplace.talk.put("bob", false, NOW.minusSeconds(90), "Hello", Fate.RECEIVED, null);
    workplace.talk.put(
        "bob",
        true,
        NOW.minusSeconds(60),
        "Hello to you",
        Fate.FAILED,
        Failure.of(FailureKind.NOBODY_THERE));
    start();
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
  }

  private static void passes(String what, Window shown) {
    List<String> problems = GuiActionRunner.execute(() -> Reach.problems(shown));
    assertThat(problems).as(what).isEmpty();
  }

  private void passes(String dialog) {
    passes(dialog, dialog(dialog).target());
  }

  @Test
  void every_tab_with_people_in_it() {
    talked();
    for (int tab = 0; tab < window.tabbedPane("tabs").target().getTabCount(); tab++) {
      window.tabbedPane("tabs").selectTab(tab);
      robot.waitForIdle();
      passes("tab " + tab, window.target());
    }
  }

  @Test
  void every_tab_without_anybody() {
    start();
    for (int tab = 0; tab < window.tabbedPane("tabs").target().getTabCount(); tab++) {
      window.tabbedPane("tabs").selectTab(tab);
      robot.waitForIdle();
      passes("empty tab " + tab, window.target());
    }
  }

  @Test
  void a_stranger_can_be_added_or_ignored() {
    talked();
    workplace.talk.tell(l -> l.strangerTried("eve", "198.51.100.4"));
    eventually(
        "notice",
        () ->
            robot
                .finder()
                .findByName(window.target(), "stranger", JPanel.class, false)
                .isShowing());
    passes("stranger", window.target());
  }

  @Test
  void every_page_of_the_settings_and_the_password() {
    talked();
    window.button("settings").click();
    DialogFixture settings = dialog("settings");
    int pages = settings.list("settings.pages").target().getModel().getSize();
    assertThat(pages).isGreaterThan(4);
    for (int page = 0; page < pages; page++) {
      settings.list("settings.pages").selectItem(page);
      robot.waitForIdle();
      passes("settings, page " + page, settings.target());
    }
    settings.list("settings.pages").selectItem("You");
    settings.button("settings.password").click();
    passes("password");
  }

  @Test
  void keys_quit_and_a_message_to_an_address() {
    talked();
    window.button("keys").click();
    passes("keys");
    dialog("keys").button("keys.close").click();
    window.close();
    passes("ask");
    dialog("ask").button("no").click();
    window.button("toAddress").click();
    passes("toAddress");
  }

  @Test
  void what_is_not_reached_or_named_would_be_noticed() {
    FrameFixture bad =
        new FrameFixture(
            robot,
            GuiActionRunner.execute(
                () -> {
                  JFrame frame = new JFrame("bad");
                  JButton mute = new JButton();
                  mute.setName("mute");
                  mute.setFocusable(false);
                  frame.getContentPane().add(mute);
                  return frame;
                }));
    bad.show();
    assertThat(GuiActionRunner.execute(() -> Reach.problems(bad.target())))
        .containsExactly(
            "JButton mute has no accessible name", "JButton mute is not reached by Tab");
  }
}
