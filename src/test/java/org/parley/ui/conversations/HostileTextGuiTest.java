package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.WindowTest;

class HostileTextGuiTest extends WindowTest {
  private static final MessageActions NOTHING =
      new MessageActions() {
        @Override
        public void retry(String id) {}

        @Override
        public void cancel(String id) {}

        @Override
        public void copy(List<Message> messages) {}

        @Override
        public void remove(List<Message> messages) {}

        @Override
        public void details(Message message) {}

        @Override
        public void link(String address) {}
      };

  private static final MessageList.Reader NOWHERE =
      new MessageList.Reader() {
        @Override
        public void older() {}

        @Override
        public void newer() {}
      };

  private MessageList list;
  private FrameFixture window;

  private static Message message(String id, String text, boolean outgoing) {
    return new Message(
        1L, "eve", outgoing, NOW, id, text, outgoing ? Fate.DELIVERED : Fate.RECEIVED, null, null);
  }

  private void show(Message... messages) {
    list = GuiActionRunner.execute(() -> new MessageList(ui, NOTHING, m -> "", NOWHERE));
    JFrame frame =
        GuiActionRunner.execute(
            () -> {
              JFrame made = new JFrame();
              made.setContentPane(list.scroll());
              return made;
            });
    window = new FrameFixture(robot, frame);
    window.show(new Dimension(640, 560));
    GuiActionRunner.execute(
        () ->
            list.open(
                new Exchange(Part.of(List.of(messages)), true, true),
                new MessageList.Lines(Optional.empty(), List.of()),
                Optional.empty()));
    robot.waitForIdle();
  }

  private List<MessageRow> rows() {
    return GuiActionRunner.execute(
        () ->
            java.util.Arrays.stream(list.getComponents())
                .filter(MessageRow.class::isInstance)
                .map(MessageRow.class::cast)
                .toList());
  }

  private static String whole(MessageRow row) {
    return String.join("", row.textComponents().stream().map(MessageText::shown).toList());
  }

  private void nothingIsWiderThanItMay() {
    GuiActionRunner.execute(
        () -> {
          int width = list.getWidth();
          assertThat(width).isLessThanOrEqualTo(640);
          for (java.awt.Component row : list.getComponents()) {
            assertThat(row.getX() + row.getWidth()).isLessThanOrEqualTo(width);
            if (row instanceof MessageRow message) {
              int bubble = message.textComponent().getParent().getWidth();
              assertThat(bubble).isLessThanOrEqualTo(row.getWidth() * 80 / 100 + 1);
              assertThat(message.textComponent().getHeight())
                  .isGreaterThanOrEqualTo(
                      message.textComponent().heightAt(message.textComponent().getWidth()));
            }
          }
        });
  }

  @Test
  void sixty_thousand_characters_without_a_space_wrap_and_do_not_hold_up_the_window() {
    String wall = "x".repeat(60_000);
    long before = workOfEventThread();
    show(message("a", wall, false), message("b", "after", false));
    nothingIsWiderThanItMay();
    window.button("message.unfold").requireVisible();
    window.button("message.unfold").click();
    nothingIsWiderThanItMay();
    eventually("all", () -> whole(rows().get(0)).length() == 60_000);
    nothingIsWiderThanItMay();
    assertThat(rows().get(0).getHeight()).isGreaterThan(5_000);
    assertThat(workOfEventThread() - before).isLessThan(Duration.ofSeconds(20).toNanos());
  }

  /** Its work, not the time that passed: that of a busy machine says nothing about the window. */
  private static long workOfEventThread() {
    return GuiActionRunner.execute(
        () -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  @Test
  void a_wall_of_right_to_left_and_emoji_wraps_as_well() {
    show(
        message("a", "שלום".repeat(2_500), false),
        message("b", "🙂你好".repeat(600), true),
        message("c", "שלום! 123 abc\nabc שלום", false));
    nothingIsWiderThanItMay();
    pictures(window.target(), "hostile-directions");
  }

  @Test
  void emoji_are_drawn_and_a_wall_of_families_wraps() {
    show(
        message("a", "Lunch? 🍜 at noon 👍🏽 with all of us 👨\u200d👩\u200d👧 ❤️ 🇨🇳 ✅", false),
        message("b", "😂".repeat(80), true),
        message(
            "e",
            "👍🏽".repeat(30) + "👨\u200d👩\u200d👧👨\u200d👩\u200d👧👨\u200d👩\u200d👧",
            true),
        message("c", "👨\u200d👩\u200d👧".repeat(1_500), false),
        message("d", "👍🏽\u200d".repeat(1_000) + "\ufe0f".repeat(500), true));
    nothingIsWiderThanItMay();
    GuiActionRunner.execute(() -> list.scroll().getVerticalScrollBar().setValue(0));
    robot.waitForIdle();
    pictures(window.target(), "hostile-emoji");
  }

  @Test
  void towers_of_marks_do_not_reach_another_message() {
    String tower = "Z" + "\u0301\u0302\u0303\u0304\u0305\u0306".repeat(40) + "algo";
    show(
        message("a", "The line above stays readable.", false),
        message("b", tower, false),
        message("c", "And the line below, too.", true));
    nothingIsWiderThanItMay();
    pictures(window.target(), "hostile-towers");
    GuiActionRunner.execute(
        () -> {
          List<MessageRow> rows =
              java.util.Arrays.stream(list.getComponents())
                  .filter(MessageRow.class::isInstance)
                  .map(MessageRow.class::cast)
                  .toList();
          assertThat(rows.get(0).getBounds().intersects(rows.get(1).getBounds())).isFalse();
          assertThat(rows.get(1).getBounds().intersects(rows.get(2).getBounds())).isFalse();
        });
  }

  @Test
  void a_text_cannot_pass_for_a_page_or_for_the_program() {
    show(
        message("a", "<html><b>Parley</b><img src='http://203.0.113.9/x.png'>", false),
        message("b", "invoice\u202Efdp.exe", false),
        message("c", "bell \u0007 escape \u001b[31m null \u0000 end", false));
    assertThat(rows().get(0).textComponent().shown()).startsWith("<html><b>Parley");
    assertThat(rows().get(1).textComponent().shown()).isEqualTo("invoice⟨U+202E⟩fdp.exe");
    pictures(window.target(), "hostile-codes");
  }

  @Test
  void a_long_text_of_many_lines_is_folded_too() {
    show(message("a", "line\n".repeat(10_000), false));
    assertThat(rows().get(0).getHeight()).isLessThan(1_500);
    window.button("message.unfold").requireVisible();
  }

  @Test
  void a_narrower_window_wraps_anew() {
    show(message("a", "word ".repeat(200), false));
    int before = rows().get(0).getHeight();
    GuiActionRunner.execute(
        () -> {
          window.target().setSize(400, 560);
          window.target().validate();
        });
    eventually("wrapped", () -> rows().get(0).getHeight() > before);
    nothingIsWiderThanItMay();
  }
}
