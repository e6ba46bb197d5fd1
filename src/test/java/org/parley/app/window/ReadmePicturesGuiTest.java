package org.parley.app.window;

import java.awt.Dimension;
import java.util.Locale;
import javax.swing.JRootPane;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.ui.Desktop;
import org.parley.ui.Pictures;
import org.parley.ui.WindowTest;
import org.parley.words.Words;

/**
 * Takes the pictures of README.md, into {@code target/pictures/readme}. Those in it are from a real
 * screen, whose letters are larger than those of the screen in memory.
 */
class ReadmePicturesGuiTest extends WindowTest {
  private static final Dimension SIZE = new Dimension(1100, 740);

  private RealPair pair;
  private FrameFixture window;

  @BeforeEach
  void open() throws Exception {
    pair = RealPair.open();
  }

  @AfterEach
  void close() throws Exception {
    pair.close();
  }

  @Test
  void conversations_history_and_wire() throws Exception {
    new Desktop(Words.in(Locale.ENGLISH), () -> {}).open(pair.bob());
    window = frame("main");
    awaitFocus(window.target());
    GuiActionRunner.execute(this::fit);
    eventually("opened", () -> window.label("header.name").text().equals("alice"));
    window.textBox("composer").focus();
    talk();
    eventually("all there", () -> rows() == 5);
    Pictures.take(window.target(), "readme/conversations-light");

    window.tabbedPane("tabs").selectTab(2);
    window.textBox("history.search").enterText("batch 7");
    eventually("found", () -> window.list("history.hits").target().getModel().getSize() == 3);
    Pictures.take(window.target(), "readme/history-light");

    window.tabbedPane("tabs").selectTab(3);
    eventually("ladder", () -> window.list("wire.ladder").target().getModel().getSize() == 12);
    Pictures.take(window.target(), "readme/wire-light");
  }

  /** While the window is in front, so that nothing is unread. */
  private void talk() throws Exception {
    RealPair.say(pair.alice(), "bob", "Good morning. Did the samples from site 4 arrive?");
    RealPair.say(
        pair.bob(),
        "alice",
        "They did, all twelve, sealed and at 4 degrees. Batch 7 came without its form, though.");
    RealPair.say(
        pair.alice(),
        "bob",
        "I have the form here. Batch 7 was taken on Tuesday at 09:40 by Noor, second sampling"
            + " point.");
    RealPair.say(pair.bob(), "alice", "Thank you. Then I release batch 7 for the analysis.");
    RealPair.say(
        pair.alice(),
        "bob",
        "Please keep half of it back. If anybody asks, this log says when you released it.");
  }

  private int rows() {
    return robot.finder().findAll(window.target(), c -> "message".equals(c.getName())).size();
  }

  /** So that what is painted, without what a window manager puts around it, has the size. */
  private void fit() {
    JRootPane root = ((javax.swing.JFrame) window.target()).getRootPane();
    Dimension around = window.target().getSize();
    window
        .target()
        .setSize(
            SIZE.width + around.width - root.getWidth(),
            SIZE.height + around.height - root.getHeight());
    window.target().validate();
  }
}
