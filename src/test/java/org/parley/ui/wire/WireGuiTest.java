package org.parley.ui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JLabel;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.app.window.RealPair;
import org.parley.journal.Entry;
import org.parley.journal.StoredEntry;
import org.parley.ui.WindowTest;
import org.parley.ui.workplace.WireItem;
import org.parley.ui.workplace.WireItem.Result;
import org.parley.ui.workplace.Workplace;

/** Connections as they were on the wire, over real vaults, journals and sockets. */
class WireGuiTest extends WindowTest {
  private RealPair pair;
  private WireController controller;
  private FrameFixture window;

  @BeforeEach
  void meet() throws Exception {
    pair = RealPair.open();
  }

  @AfterEach
  void part() throws Exception {
    if (controller != null) {
      GuiActionRunner.execute(() -> controller.close());
    }
    pair.close();
  }

  private void start(Workplace workplace) {
    JFrame frame =
        GuiActionRunner.execute(
            () -> {
              controller = new WireController(live, workplace.wireLog());
              JFrame made = new JFrame();
              made.setContentPane(controller.component());
              return made;
            });
    window = new FrameFixture(robot, frame);
    GuiActionRunner.execute(() -> controller.start());
    window.show(new Dimension(1040, 700));
  }

  private List<WireItem> items() {
    return rows("wire.items", WireItem.class);
  }

  private List<StoredEntry> steps() {
    return rows("wire.ladder", StoredEntry.class);
  }

  private <T> List<T> rows(String list, Class<T> type) {
    return GuiActionRunner.execute(
        () -> {
          List<T> all = new ArrayList<>();
          var model = robot.finder().findByName(list, javax.swing.JList.class, false).getModel();
          for (int i = 0; i < model.getSize(); i++) {
            all.add(type.cast(model.getElementAt(i)));
          }
          return all;
        });
  }

  private List<String> types() {
    return steps().stream().map(StoredEntry::entry).map(Entry::msgType).toList();
  }

  @Test
  void a_message_is_a_ladder_of_twelve_steps_and_its_body_is_shown_on_request() throws Exception {
    RealPair.say(pair.alice(), "bob", "hello bob");
    start(pair.alice());
    eventually("one", () -> items().size() == 1);
    eventually("delivered", () -> items().get(0).result() == Result.DELIVERED);
    eventually("ladder", () -> steps().size() == 12);
    assertThat(types())
        .containsExactly(
            "dh_1", "dh_2", "hello", "chall", "resp", "ack", "chall", "resp", "ack", "text", "ack",
            "close");
    window.list("wire.ladder").selectItem(0);
    eventually("first step", () -> text("wire.says").contains("Step 1"));
    eventually("its message", () -> !text("wire.value.message").isEmpty());
    window.list("wire.ladder").selectItem(3);
    eventually("checked", () -> label("wire.check.HMAC_VAL").contains("HMAC: Passed"));
    window.list("wire.ladder").selectItem(9);
    eventually("cipher", () -> text("wire.value.security.enc_type").equals("AES256CBC"));
    pictures(window.target(), "wire");
    window.button("wire.body").click();
    eventually("body", () -> window.textBox("wire.body.text").text().equals("hello bob"));
    pictures(window.target(), "wire-body");
    window.button("wire.copy").click();
    String copied =
        (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
    assertThat(copied).isEqualTo(steps().get(9).entry().pdu());
    assertThat(copied).contains("\"enc_type\":\"AES256CBC\"").doesNotContain("hello bob");
    assertThat(withoutAccessibleName(window.target())).isEmpty();
  }

  private String text(String name) {
    return window.textBox(name).text();
  }

  private String label(String name) {
    JLabel label = robot.finder().findByName(window.target(), name, JLabel.class, false);
    return GuiActionRunner.execute(() -> label.getAccessibleContext().getAccessibleName());
  }

  private void attack(String bytes) throws Exception {
    int port = pair.alice().status().status().port();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes.getBytes(StandardCharsets.UTF_8));
      out.flush();
      socket.shutdownOutput();
      while (socket.getInputStream().read() >= 0) {
        // until it ends
      }
    }
  }

  @Test
  void a_connection_that_fails_a_check_says_which_and_comes_while_one_looks() throws Exception {
    RealPair.say(pair.alice(), "bob", "hello bob");
    start(pair.alice());
    eventually("one", () -> items().size() == 1);
    attack(
        "{\"header\":{\"msg_type\":\"<html>\\u202e\",\"crc\":1,\"timestamp\":1},\"message\":null,\"security\":{\"hmac\":{\"hmac_type\":null,\"hmac_val\":null},\"enc_type\":null}}\n");
    eventually("two", () -> items().size() == 2);
    eventually("rejected", () -> items().get(0).result() == Result.REJECTED);
    window.list("wire.items").selectItem(0);
    eventually("ladder", () -> steps().size() == 1);
    eventually("failed", () -> label("wire.check.CRC").contains("Failed"));
    eventually("not made", () -> label("wire.check.WINDOW").contains("Not made"));
    pictures(window.target(), "wire-rejected");
    window.checkBox("wire.failed").click();
    eventually("failed only", () -> items().size() == 1);
    window.textBox("wire.filter").enterText("nobody");
    eventually("nothing", () -> items().isEmpty());
    pictures(window.target(), "wire-nothing");
    window.checkBox("wire.failed").click();
    window.textBox("wire.filter").deleteText().enterText("BOB");
    eventually("bob", () -> items().size() == 1 && items().get(0).peer().equals("bob"));
  }

  @Test
  void nothing_yet_says_what_will_be_here() {
    start(pair.alice());
    eventually(
        "empty",
        () ->
            !robot
                .finder()
                .findAll(
                    window.target(),
                    c ->
                        c instanceof JLabel label
                            && label.isShowing()
                            && "Nothing went over the wire yet".equals(label.getText()))
                .isEmpty());
    pictures(window.target(), "wire-empty");
  }

  @Test
  void a_row_is_jumped_to_and_a_damaged_one_says_so() throws Exception {
    RealPair.say(pair.alice(), "bob", "hello bob");
    RealPair.received(
        pair.aliceProfile(),
        "eve (192.0.2.7:5000)",
        java.util.Collections.nCopies(200, "hay"),
        Duration.ofMinutes(2));
    Workplace workplace =
        pair.aliceRestarts(
            (folder, database) -> {
              try (Statement statement = database.createStatement()) {
                statement.execute("UPDATE ENTRY SET tag = leaf WHERE seq = 100");
              }
            });
    start(workplace);
    eventually("page", () -> items().size() >= 50);
    GuiActionRunner.execute(() -> controller.onShow(9));
    eventually("jumped", () -> steps().size() == 12);
    eventually("the text", () -> window.label("wire.type").text().equals("text"));
    GuiActionRunner.execute(() -> controller.onShow(100));
    eventually("damaged", () -> window.label("wire.type").text().equals("Damaged row"));
    pictures(window.target(), "wire-damaged");
    GuiActionRunner.execute(() -> controller.onShow(100_000));
    DialogFixture tell = dialog("tell");
    assertThat(tell.textBox("sentence").text()).contains("no row 100000");
    tell.button("ok").click();
    GuiActionRunner.execute(
        () -> {
          var list = window.list("wire.items").target();
          list.ensureIndexIsVisible(list.getModel().getSize() - 1);
        });
    eventually("more", () -> items().size() > 50);
  }
}
