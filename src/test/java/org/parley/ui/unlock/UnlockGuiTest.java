package org.parley.ui.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.parley.name.PeerName;
import org.parley.ui.WindowTest;
import org.parley.ui.unlock.OpeningException.Problem;
import org.parley.ui.workplace.Workplace;

class UnlockGuiTest extends WindowTest {
  private final FakeOpener opener = new FakeOpener();
  private final List<Workplace> opened = new CopyOnWriteArrayList<>();
  private final AtomicInteger given = new AtomicInteger();
  private FrameFixture window;

  private void start() {
    GuiActionRunner.execute(
        () ->
            new UnlockController(ui, opener, w -> opened.add(w), given::incrementAndGet)
                .start(opener.known()));
    window = frame("unlock");
  }

  @Test
  void the_right_password_opens_and_is_wiped_afterwards() {
    opener.profiles.add(FakeOpener.profile("/tmp/alice", true, "alice"));
    start();
    pictures(window.target(), "unlock");
    window.textBox("unlock.password").enterText("right");
    window.button("unlock.open").click();
    eventually("the end", () -> !window.target().isDisplayable());
    assertThat(opened).hasSize(1);
    assertThat(opener.passwords.get(0)).containsOnly('\0');
    assertThat(given).hasValue(0);
  }

  @Test
  void a_wrong_password_is_said_at_the_field_and_makes_one_wait() {
    opener.profiles.add(FakeOpener.profile("/tmp/alice", true, "alice"));
    start();
    List<String> said = new CopyOnWriteArrayList<>(); // it says it for a second only
    AbstractButton open = window.button("unlock.open").target();
    GuiActionRunner.execute(
        () ->
            open.addPropertyChangeListener(
                "text", now -> said.add(now.getNewValue() + ", may: " + open.isEnabled())));
    window.textBox("unlock.password").enterText("wrong");
    window.button("unlock.open").click();
    eventually(
        "the sentence",
        () ->
            window
                .textBox("unlock.password.message")
                .text()
                .equals("This password does not open the vault."));
    eventually("a second to wait", () -> said.contains("Wait 1 s, may: false"));
    pictures(window.target(), "unlock-wrong");
    eventually("another try", () -> window.button("unlock.open").isEnabled());
    assertThat(opener.passwords.get(0)).containsOnly('\0');
  }

  @Test
  void a_port_in_use_opens_more_and_is_said_at_the_port() {
    opener.profiles.add(FakeOpener.profile("/tmp/alice", true, "alice"));
    opener.problems.add(new OpeningException(Problem.PORT_IN_USE, "5000", null));
    start();
    window.textBox("unlock.password").enterText("right");
    window.button("unlock.open").click();
    eventually("more", () -> window.textBox("unlock.port").target().isShowing());
    assertThat(window.textBox("unlock.port.message").text())
        .contains("Another program listens on port")
        .contains("5000");
    pictures(window.target(), "unlock-port");
    eventually("all in sight", () -> below(window.button("unlock.open").target()) > 0);
  }

  /** How much of the window is below a part of it, in px. */
  private int below(JComponent part) {
    Point end = SwingUtilities.convertPoint(part, 0, part.getHeight(), window.target());
    return window.target().getHeight() - end.y;
  }

  @Test
  void a_first_start_makes_a_profile() throws Exception {
    opener.profiles.add(FakeOpener.profile("/tmp/parley/db", false, null));
    start();
    window.textBox("first.name").enterText("alice");
    window.textBox("first.password").enterText("Tr0ub4dor&3 horse");
    window.textBox("first.repeat").enterText("Tr0ub4dor&3 horse");
    pictures(window.target(), "first-start");
    window.button("first.create").click();
    eventually("the end", () -> opened.size() == 1);
    assertThat(opener.requests)
        .singleElement()
        .isInstanceOfSatisfying(
            Creation.class,
            c -> {
              assertThat(c.name()).hasToString("alice");
              assertThat(c.port()).isEqualTo(5000);
            });
    assertThat(PeerName.of("alice")).isNotNull();
  }

  @Test
  void two_different_passwords_make_nothing() {
    opener.profiles.add(FakeOpener.profile("/tmp/parley/db", false, null));
    start();
    window.textBox("first.name").enterText("alice ");
    window.textBox("first.password").enterText("one");
    window.textBox("first.repeat").enterText("two");
    window.button("first.create").click();
    eventually(
        "the sentence",
        () ->
            window
                .textBox("first.repeat.message")
                .text()
                .equals("This is not what you typed above."));
    pictures(window.target(), "first-start-wrong");
    assertThat(opener.requests).isEmpty();
  }

  @Test
  void every_control_has_an_accessible_name() {
    opener.profiles.add(FakeOpener.profile("/tmp/alice", true, "alice"));
    start();
    window.button("unlock.more").click();
    assertThat(withoutAccessibleName(window.target())).isEmpty();
  }

  @Test
  void closing_the_window_gives_up() {
    opener.profiles.add(FakeOpener.profile("/tmp/alice", true, "alice"));
    start();
    window.close();
    eventually("the end", () -> given.get() == 1);
    assertThat(opened).isEmpty();
  }

  @Test
  void a_directory_with_a_passphrase_of_its_own_is_asked_for_it_until_it_opens() {
    opener.profiles.add(FakeOpener.profile("/tmp/alice", true, "alice"));
    opener.problems.add(sealed());
    opener.problems.add(sealed());
    start();
    window.textBox("unlock.password").enterText("right");
    window.button("unlock.open").click();
    for (String typed : new String[] {"a wrong one", "the passphrase"}) {
      DialogFixture ask = dialog("passphrase");
      ask.textBox("passphrase.input").setText(typed);
      pictures(ask.target(), "unlock-passphrase");
      ask.button("passphrase.go").click();
    }
    eventually("opened", () -> opener.passphrases.size() == 3);
    assertThat(opener.passphrases).containsExactly("none", "a wrong one", "the passphrase");
  }

  private static OpeningException sealed() {
    return new OpeningException(
        OpeningException.Problem.DIRECTORY_SEALED, "/home/alice/directory.json", null);
  }
}
