package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.JTextArea;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.app.window.RealPair;
import org.parley.directory.Password;
import org.parley.ui.WindowTest;

/** What Alice does in her window, with Bob at the other end of a socket. */
class RealTalkGuiTest extends WindowTest {
  private RealPair pair;
  private TalkWindow window;

  @BeforeEach
  void meet() throws Exception {
    pair = RealPair.open();
  }

  @AfterEach
  void part() throws Exception {
    window.close();
    pair.close();
  }

  private void start() {
    window = new TalkWindow(robot, live, pair.alice());
    eventually("opened", () -> window.frame.label("header.name").text().equals("bob"));
  }

  private void write(String text) {
    window.frame.textBox("composer").focus();
    window.frame.textBox("composer").enterText(text);
    window.frame.textBox("composer").pressAndReleaseKeys(KeyEvent.VK_ENTER);
  }

  private boolean reasonSays(String part) {
    return window.all(JTextArea.class).stream().anyMatch(a -> a.getText().contains(part));
  }

  @Test
  void what_is_sent_is_stored_by_bob_and_his_answer_shows() throws Exception {
    start();
    write("hello bob");
    eventually("delivered", () -> window.texts().contains("hello bob") && window.says("Delivered"));
    assertThat(pair.bob().talk().page("alice", null, 10)).hasSize(1);
    RealPair.say(pair.bob(), "alice", "hello alice");
    eventually("answered", () -> window.texts().contains("hello alice"));
    pictures(window.frame.target(), "real-talk");
  }

  @Test
  void what_is_sent_while_bob_is_away_waits_and_arrives_when_he_is_back() throws Exception {
    RealPair.say(pair.bob(), "alice", "I must go");
    start();
    pair.bobLeaves();
    write("are you there?");
    eventually("waits", () -> window.says("Waiting, next try at"));
    eventually("why", () -> reasonSays("Nothing listens there"));
    eventually("when", () -> reasonSays("last reached you"));
    pictures(window.frame.target(), "real-waiting");
    pair.bobReturns();
    // By itself it tries again after some seconds, which may be before this.
    GuiActionRunner.execute(
        () ->
            window.all(JButton.class).stream()
                .filter(one -> "message.retry".equals(one.getName()))
                .forEach(JButton::doClick));
    eventually("delivered", () -> window.says("Delivered"));
    assertThat(pair.bob().talk().page("alice", null, 10)).hasSize(2);
  }

  @Test
  void a_message_that_waits_can_be_withdrawn_and_is_not_sent() throws Exception {
    start();
    pair.bobLeaves();
    write("never mind");
    eventually("waits", () -> window.says("Waiting, next try at"));
    window.frame.button("message.cancel").click();
    eventually("cancelled", () -> window.says("Cancelled"));
    pair.bobReturns();
    assertThat(pair.alice().talk().waitingFor(RealPair.name("bob"))).isZero();
    assertThat(pair.bob().talk().conversations()).isEmpty();
  }

  @Test
  void a_wrong_password_is_told_with_where_to_look() throws Exception {
    pair.bob()
        .addressBook()
        .change(
            now -> {
              var entry = now.entry(RealPair.name("alice"));
              Password other = Password.of("another password".toCharArray());
              return now.edit(entry, entry.form().withPassword(other));
            });
    pair.bobProfile().messenger().awaitSecrets();
    start();
    write("let me in");
    eventually("refused", () -> reasonSays("the password is wrong here or there"));
    pictures(window.frame.target(), "real-wrong-password");
  }

  @Test
  void alias_draft_and_unread_survive_a_restart() throws Exception {
    pair.alice().talk().notes().change("bob", n -> n.withAlias("Robert").withUnread(true));
    startAs("Robert");
    window.frame.textBox("composer").enterText("half a thought");
    window.close();
    pair.aliceRestarts();
    startAs("Robert");
    eventually("draft", () -> window.frame.textBox("composer").text().equals("half a thought"));
  }

  private void startAs(String title) {
    window = new TalkWindow(robot, live, pair.alice());
    eventually("opened", () -> window.frame.label("header.name").text().equals(title));
  }

  @Test
  void a_message_to_an_address_says_why_it_failed_and_nothing_arrives() throws Exception {
    int port = pair.bob().status().status().port();
    start();
    GuiActionRunner.execute(() -> ui.edt().run(() -> window.controller.onMessageToAddress()));
    DialogFixture form = dialog("toAddress");
    form.textBox("address.host").setText("127.0.0.1");
    form.textBox("address.port").setText(Integer.toString(port));
    form.textBox("address.password").setText("not theirs");
    form.textBox("address.text").setText("hello");
    form.button("address.send").click();
    eventually(
        "failed",
        () -> form.textBox("address.result").text().contains("not that contact's password"));
    pictures(form.target(), "real-address-failed");
    form.button("address.cancel").click();
    assertThat(pair.bob().talk().conversations()).isEmpty();
  }
}
