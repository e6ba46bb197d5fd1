package org.parley.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.window.RealPair;
import org.parley.messaging.HistoryHit;
import org.parley.messaging.Message;
import org.parley.ui.WindowTest;
import org.parley.ui.workplace.Workplace;

/** Searching, verifying and exporting, over real vaults and journals. */
class HistoryGuiTest extends WindowTest {
  private static final String EVE = "eve (192.0.2.7:5000)";

  @TempDir Path files;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private RealPair pair;
  private HistoryController controller;
  private FrameFixture window;

  @BeforeEach
  void talk() throws Exception {
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
              controller = new HistoryController(live, workplace, new Recorded());
              JFrame made = new JFrame();
              made.setContentPane(controller.component());
              return made;
            });
    window = new FrameFixture(robot, frame);
    GuiActionRunner.execute(() -> controller.start());
    window.show(new Dimension(960, 660));
  }

  private final class Recorded implements HistoryController.Elsewhere {
    @Override
    public void show(Message message) {
      asked.add("show " + message.text());
    }

    @Override
    public void details(long seq) {
      asked.add("details " + seq);
    }
  }

  private void says(String field, String part) {
    eventually(part, () -> window.textBox(field).text().contains(part));
  }

  private List<String> found() {
    return GuiActionRunner.execute(
        () -> {
          List<String> texts = new ArrayList<>();
          var model =
              robot.finder().findByName("history.hits", javax.swing.JList.class, false).getModel();
          for (int i = 0; i < model.getSize(); i++) {
            texts.add(((HistoryHit) model.getElementAt(i)).message().text());
          }
          return texts;
        });
  }

  private void many() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      texts.add("Number " + i + (i % 100 == 7 ? " has the needle in it" : " is only hay"));
    }
    RealPair.received(pair.aliceProfile(), EVE, texts, Duration.ofMinutes(7));
    RealPair.say(pair.alice(), "bob", "Çelik, the NEEDLE is mine");
  }

  @Test
  void one_searches_as_one_types_newest_first_and_goes_on_by_scrolling() throws Exception {
    many();
    start(pair.alice());
    eventually("first page", () -> found().size() == 40);
    assertThat(found().get(0)).startsWith("Çelik");
    eventually("so far", () -> window.label("history.count").text().contains("so far"));
    pictures(window.target(), "history");
    GuiActionRunner.execute(
        () -> window.list("history.hits").target().ensureIndexIsVisible(found().size() - 1));
    eventually("next page", () -> found().size() > 40);

    window.textBox("history.search").enterText("needle");
    eventually("found", () -> found().size() == 4);
    assertThat(found().get(0)).contains("NEEDLE");
    eventually("all", () -> window.label("history.count").text().equals("4 messages"));
    pictures(window.target(), "history-search");

    window.comboBox("history.way").selectItem(2);
    eventually("received", () -> found().size() == 3);
    window.comboBox("history.peer").selectItem(1);
    eventually("bob's", () -> found().isEmpty());
    pictures(window.target(), "history-nothing");
    window.comboBox("history.peer").selectItem(0);
    window.textBox("history.search").deleteText().enterText("celik");
    window.comboBox("history.way").selectItem(1);
    eventually("without accents", () -> found().size() == 1);
    assertThat(withoutAccessibleName(window.target())).isEmpty();
  }

  @Test
  void days_are_checked_at_the_field() throws Exception {
    many();
    start(pair.alice());
    eventually("first page", () -> found().size() == 40);
    window.comboBox("history.when").selectItem(4);
    window.textBox("history.from").enterText("31.12.");
    says("history.from.message", "2026-07-31");
    pictures(window.target(), "history-date");
    window.textBox("history.from").deleteText().enterText("2030-01-02");
    eventually("nothing that late", () -> found().isEmpty());
    window.textBox("history.to").enterText("2030-01-01");
    says("history.to.message", "before the first");
    window.comboBox("history.when").selectItem(1);
    eventually("today", () -> !found().isEmpty());
  }

  @Test
  void a_hit_opens_its_conversation_and_its_wire() throws Exception {
    many();
    start(pair.alice());
    eventually("first page", () -> found().size() == 40);
    window.textBox("history.search").focus();
    window.textBox("history.search").pressAndReleaseKeys(KeyEvent.VK_DOWN);
    eventually("list", () -> window.list("history.hits").target().isFocusOwner());
    window.list("history.hits").pressAndReleaseKeys(KeyEvent.VK_ENTER);
    assertThat(asked).containsExactly("show Çelik, the NEEDLE is mine");
    window.list("history.hits").item(1).rightClick();
    window.menuItem("history.menu.details").click();
    assertThat(asked.get(1)).isEqualTo("details 299");
  }

  @Test
  void a_message_is_removed_once_one_agreed() throws Exception {
    RealPair.say(pair.bob(), "alice", "to be forgotten");
    start(pair.alice());
    eventually("came", () -> found().size() == 1);
    window.list("history.hits").item(0).rightClick();
    window.menuItem("history.menu.remove").click();
    DialogFixture ask = dialog("removal");
    assertThat(ask.textBox("sentence").text()).contains("cannot be brought back");
    ask.button("removal.yes").click();
    eventually("gone", () -> found().equals(List.of("")));
    window.list("history.hits").item(0).rightClick();
    window.menuItem("history.menu.remove").requireDisabled();
  }

  @Test
  void what_comes_meanwhile_is_found_without_asking() throws Exception {
    start(pair.alice());
    eventually("empty", () -> window.label("history.count").text().equals("No messages"));
    pictures(window.target(), "history-empty");
    RealPair.say(pair.bob(), "alice", "hello alice");
    eventually("came", () -> found().equals(List.of("hello alice")));
  }

  @Test
  void a_hostile_text_stays_in_its_line() throws Exception {
    RealPair.received(
        pair.aliceProfile(),
        EVE,
        List.of(
            "<html><h1>needle</h1>",
            "\u202eneedle turned\u202c round \u0007 bell",
            "x".repeat(60_000) + "needle" + "y".repeat(3000),
            "שלום needle עולם 张伟 🙂 needle",
            "line\nbreaks\nneedle\nagain"),
        Duration.ofMinutes(3));
    start(pair.alice());
    window.textBox("history.search").enterText("needle");
    eventually("found", () -> found().size() == 5);
    pictures(window.target(), "history-hostile");
    int height =
        GuiActionRunner.execute(
            () -> window.list("history.hits").target().getCellBounds(0, 4).height);
    assertThat(height).isLessThan(5 * 80);
  }

  @Test
  void an_unharmed_journal_verifies_and_says_its_root() throws Exception {
    RealPair.say(pair.alice(), "bob", "hello");
    start(pair.alice());
    window.button("history.verify").click();
    eventually("verified", () -> window.label("history.result").text().contains("checked, root"));
    eventually(
        "said",
        () -> window.label("history.state").text().equals("Nothing is wrong with the journal"));
    pictures(window.target(), "history-verified");
  }

  private void flip(Path folder, Connection database) throws Exception {
    try (Statement statement = database.createStatement()) {
      statement.execute("UPDATE ENTRY SET tag = leaf WHERE seq = 3");
      statement.execute("UPDATE ENTRY SET tag = leaf WHERE seq = 5");
    }
    Files.delete(folder.resolve("anchor.json"));
  }

  @Test
  void damage_is_told_in_words_shown_and_accepted() throws Exception {
    RealPair.say(pair.alice(), "bob", "hello");
    Workplace workplace = pair.aliceRestarts(this::flip);
    start(workplace);
    window.button("history.verify").click();
    eventually("found", () -> window.list("history.findings").target().getModel().getSize() == 3);
    window.list("history.findings").selectItem(1);
    says("history.advice", "cannot be believed");
    pictures(window.target(), "history-findings");
    window.button("history.findings.show").click();
    assertThat(asked).containsExactly("details 3");

    window.button("history.findings.accept").click();
    DialogFixture ask = dialog("ask");
    assertThat(ask.textBox("sentence").text()).contains("Nothing is repaired");
    pictures(ask.target(), "history-accept");
    ask.button("no").click();
    assertThat(workplace.archive().findings()).hasSize(3);
    window.button("history.findings.accept").click();
    dialog("ask").button("yes").click();
    eventually(
        "one less", () -> window.list("history.findings").target().getModel().getSize() == 2);
    window.button("history.findings.acceptAll").click();
    dialog("ask").button("yes").click();
    eventually("none", () -> workplace.archive().findings().isEmpty());
    eventually(
        "said",
        () -> window.label("history.state").text().equals("Nothing is wrong with the journal"));
  }

  private DialogFixture exporting() {
    window.button("history.export").click();
    return dialog("export");
  }

  @Test
  void a_log_is_exported_whole_and_found_good_and_a_changed_one_is_not() throws Exception {
    RealPair.say(pair.alice(), "bob", "hello");
    start(pair.alice());
    DialogFixture export = exporting();
    pictures(export.target(), "history-export");
    assertThat(withoutAccessibleName(export.target())).isEmpty();
    Path file = files.resolve("log");
    export.textBox("export.file").setText(file.toString());
    export.button("export.start").click();
    eventually("done", () -> export.textBox("export.result").text().contains("verify --export"));
    assertThat(file).exists();
    pictures(export.target(), "history-exported");
    export.button("export.close").click();

    window.button("history.check").click();
    DialogFixture check = dialog("checkExport");
    check.textBox("checkExport.key").setText("no key");
    check.textBox("checkExport.file").setText(file.toString());
    check.button("checkExport.start").click();
    eventually("key", () -> check.textBox("checkExport.key.message").text().contains("no key"));
    check.textBox("checkExport.key").setText("");
    check.button("checkExport.start").click();
    eventually("good", () -> check.textBox("checkExport.result").text().startsWith("Good: all"));
    pictures(check.target(), "history-check-good");

    Files.writeString(file, Files.readString(file).replace("\"hello\"", "\"hallo\""));
    check.button("checkExport.start").click();
    eventually("bad", () -> check.textBox("checkExport.result").text().startsWith("Not to be"));
    assertThat(check.textBox("checkExport.result").text()).contains("not the one");
    pictures(check.target(), "history-check-bad");
    check.textBox("checkExport.file").setText(files.resolve("none").toString());
    check.button("checkExport.start").click();
    eventually(
        "unreadable", () -> check.textBox("checkExport.result").text().contains("not be read"));
    check.button("checkExport.close").click();
  }

  @Test
  void a_damaged_journal_is_exported_only_if_one_insists_and_no_file_is_replaced_unasked()
      throws Exception {
    RealPair.say(pair.alice(), "bob", "hello");
    start(pair.aliceRestarts(this::flip));
    Path file = files.resolve("log.csv");
    Files.writeString(file, "mine");
    DialogFixture export = exporting();
    export.radioButton("export.format.CSV").click();
    export.textBox("export.file").setText(file.toString());
    export.button("export.start").click();
    DialogFixture ask = dialog("ask");
    ask.button("yes").click();
    eventually("refused", () -> export.button("export.anyway").target().isShowing());
    assertThat(export.textBox("export.result").text()).contains("does not verify");
    assertThat(Files.readString(file)).isEqualTo("mine");
    pictures(export.target(), "history-export-refused");
    export.textBox("export.file").setText(files.resolve("other.csv").toString());
    export.button("export.anyway").click();
    eventually("done", () -> export.textBox("export.result").text().contains("did not verify"));
    assertThat(files.resolve("other.csv")).exists();
    export.button("export.close").click();
  }
}
