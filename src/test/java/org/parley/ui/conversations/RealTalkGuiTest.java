package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import javax.swing.JLabel;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.app.window.RealPair;
import org.parley.messaging.Message;
import org.parley.ui.WindowTest;

/** What Alice does in her window, with Bob at the other end of a socket. */
class RealTalkGuiTest extends WindowTest {
  private RealPair pair;
  private ConversationsController controller;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private FrameFixture window;

  @BeforeEach
  void meet() throws Exception {
    pair = RealPair.open();
  }

  @AfterEach
  void part() throws Exception {
    controller.close().call();
    pair.close();
  }

  private void start() {
    JFrame frame =
        GuiActionRunner.execute(
            () -> {
              controller = new ConversationsController(live, pair.alice(), new Recorded());
              JFrame made = new JFrame();
              made.setContentPane(controller.component());
              return made;
            });
    window = new FrameFixture(robot, frame);
    window.show(new Dimension(900, 640));
    GuiActionRunner.execute(() -> controller.start());
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
  }

  private final class Recorded implements ConversationsController.Elsewhere {
    @Override
    public void addContact() {}

    @Override
    public void keepContact(String name, String host, int port, char[] password) {}

    @Override
    public void details(Message message) {
      asked.add("details " + message.id());
    }

    @Override
    public void announce(String who, String line) {
      asked.add("announce " + who + ": " + line);
    }
  }

  private void write(String text) {
    window.textBox("composer").focus();
    window.textBox("composer").enterText(text);
    window.textBox("composer").pressAndReleaseKeys(KeyEvent.VK_ENTER);
  }

  private <C extends java.awt.Component> List<C> all(Class<C> type) {
    return new ArrayList<>(
        robot
            .finder()
            .findAll(
                window.target(),
                new GenericTypeMatcher<>(type, true) {
                  @Override
                  protected boolean isMatching(C one) {
                    return true;
                  }
                }));
  }

  private List<String> texts() {
    return all(MessageText.class).stream().map(MessageText::shown).toList();
  }

  private List<String> labels() {
    return all(JLabel.class).stream().map(JLabel::getText).toList();
  }

  private boolean says(String part) {
    return labels().stream().anyMatch(l -> l != null && l.contains(part));
  }

  @Test
  void what_is_sent_is_stored_by_bob_and_his_answer_shows() throws Exception {
    start();
    write("hello bob");
    eventually("delivered", () -> texts().contains("hello bob") && says("Delivered"));
    assertThat(pair.bob().talk().page("alice", null, 10)).hasSize(1);
    RealPair.say(pair.bob(), "alice", "hello alice");
    eventually("answered", () -> texts().contains("hello alice"));
  }

  @Test
  void what_is_sent_while_bob_is_away_waits_and_arrives_when_he_is_back() throws Exception {
    start();
    pair.bobLeaves();
    write("are you there?");
    eventually("waits", () -> says("Waiting, next try at"));
    pair.bobReturns();
    window.button("message.retry").click();
    eventually("delivered", () -> says("Delivered"));
    assertThat(pair.bob().talk().page("alice", null, 10)).hasSize(1);
  }
}
