package org.parley.ui.common.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.InputMethodEvent;
import java.awt.event.KeyEvent;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.List;
import java.util.Random;
import javax.swing.JFrame;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.JTextComponent;
import javax.swing.text.PlainDocument;
import net.miginfocom.swing.MigLayout;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.settings.Look;
import org.parley.ui.WindowTest;

/** What somebody types is seen, whatever font has it, and edited as any text. */
class TextRunsGuiTest extends WindowTest {
  private static final String NOODLES = "🍜";
  private static final String FAMILY = "👨\u200d👩\u200d👧";

  private JTextArea area;
  private JTextField field;
  private FrameFixture window;

  @BeforeEach
  void open() {
    JFrame frame =
        GuiActionRunner.execute(
            () -> {
              JFrame made = new JFrame("texts");
              made.setLayout(new MigLayout("", "[200!]", "[140!][]"));
              area = new JTextArea();
              area.setLineWrap(true);
              area.setWrapStyleWord(true);
              area.setName("area");
              field = new JTextField();
              field.setName("field");
              made.add(area, "grow, wrap");
              made.add(field, "growx");
              return made;
            });
    window = new FrameFixture(robot, frame);
    window.show(new Dimension(260, 240));
  }

  private static Rectangle2D at(JTextComponent in, int position) {
    try {
      return in.modelToView2D(position);
    } catch (BadLocationException e) {
      throw new IllegalStateException(position + " in <" + in.getText() + ">", e);
    }
  }

  private static float width(JTextComponent in, String picture) {
    Font font = EmojiFont.like(in.getFont());
    return new TextLayout(picture, font, in.getFontMetrics(font).getFontRenderContext())
        .getAdvance();
  }

  private static int ink(JTextComponent in, Rectangle2D from, Rectangle2D to) {
    BufferedImage image =
        new BufferedImage(in.getWidth(), in.getHeight(), BufferedImage.TYPE_INT_RGB);
    in.getCaret().setVisible(false);
    in.paint(image.getGraphics());
    int ground = image.getRGB((int) from.getX() + 120, (int) from.getCenterY());
    int found = 0;
    for (int x = (int) from.getX() + 1; x < to.getX() - 1; x++) {
      for (int y = (int) from.getY(); y < from.getMaxY(); y++) {
        found += image.getRGB(x, y) == ground ? 0 : 1;
      }
    }
    return found;
  }

  @Test
  void a_picture_is_drawn_in_the_font_that_has_it_among_letters_in_theirs() {
    for (JTextComponent in : List.of(area, field)) {
      GuiActionRunner.execute(
          () -> {
            in.setText("a" + NOODLES + "b" + FAMILY);
            assertThat(at(in, 3).getX() - at(in, 1).getX())
                .isCloseTo(width(in, NOODLES), within(1.0));
            int end = in.getDocument().getLength();
            assertThat(at(in, end).getX() - at(in, 4).getX())
                .isCloseTo(width(in, FAMILY), within(1.0));
            assertThat(ink(in, at(in, 1), at(in, 3))).isGreaterThan(20);
            assertThat(ink(in, at(in, 4), at(in, end))).isGreaterThan(20);
          });
    }
  }

  @Test
  void a_text_that_its_font_has_is_laid_out_as_ever() {
    for (JTextComponent in : List.of(area, field)) {
      GuiActionRunner.execute(
          () -> {
            in.setText("as ever");
            assertThat(RunsWanted.in(in.getDocument())).isFalse();
            in.replaceSelection(NOODLES);
            assertThat(RunsWanted.in(in.getDocument())).isTrue();
          });
    }
  }

  @Test
  void keys_go_and_delete_by_pictures_and_type_between_them() {
    for (JTextComponent in : List.of(area, field)) {
      GuiActionRunner.execute(() -> in.setText(NOODLES + NOODLES));
      window.textBox(in.getName()).focus();
      GuiActionRunner.execute(() -> in.setCaretPosition(0));
      window.textBox(in.getName()).pressAndReleaseKeys(KeyEvent.VK_RIGHT);
      window.textBox(in.getName()).enterText("x");
      window.textBox(in.getName()).requireText(NOODLES + "x" + NOODLES);
      window.textBox(in.getName()).pressAndReleaseKeys(KeyEvent.VK_LEFT, KeyEvent.VK_BACK_SPACE);
      window.textBox(in.getName()).requireText("x" + NOODLES);
      window.textBox(in.getName()).pressAndReleaseKeys(KeyEvent.VK_END, KeyEvent.VK_BACK_SPACE);
      window.textBox(in.getName()).requireText("x");
    }
  }

  @Test
  void a_long_text_with_pictures_wraps_and_is_as_high_as_it_needs() {
    GuiActionRunner.execute(
        () -> {
          area.setText(NOODLES);
          int one = area.getPreferredSize().height;
          area.setText((NOODLES + " noodles ").repeat(12));
          assertThat(area.getPreferredSize().height).isGreaterThan(2 * one);
          for (int i = 0; i <= area.getDocument().getLength(); i++) {
            assertThat(at(area, i).getMaxX()).isLessThanOrEqualTo(area.getWidth() + 10.0);
          }
          area.setText(NOODLES + "\nline\n" + NOODLES);
          assertThat(at(area, 3).getY()).isGreaterThan(at(area, 0).getY());
          assertThat(at(area, 8).getY()).isGreaterThan(at(area, 3).getY());
        });
  }

  @Test
  void a_field_scrolls_to_where_one_writes() {
    GuiActionRunner.execute(() -> field.setText((NOODLES + "noodles").repeat(12)));
    window.textBox("field").focus();
    for (int key : new int[] {KeyEvent.VK_END, KeyEvent.VK_HOME, KeyEvent.VK_END}) {
      window.textBox("field").pressAndReleaseKeys(key);
      robot.waitForIdle();
      GuiActionRunner.execute(
          () -> {
            Rectangle2D caret = at(field, field.getCaretPosition());
            assertThat(caret.getX()).isBetween(0.0, (double) field.getWidth());
            // Swing counts the end of the line, which no caret can pass.
            assertThat(field.viewToModel2D(new Point2D.Double(caret.getX(), caret.getCenterY())))
                .isBetween(field.getCaretPosition(), field.getCaretPosition() + 1);
            assertThat(caret.getY()).isGreaterThanOrEqualTo(0);
            assertThat(caret.getMaxY()).isLessThanOrEqualTo(field.getHeight());
          });
    }
    assertThat(GuiActionRunner.execute(() -> field.getScrollOffset())).isPositive();
  }

  @Test
  void letters_from_right_to_left_stay_so_beside_a_picture() {
    for (JTextComponent in : List.of(area, field)) {
      GuiActionRunner.execute(
          () -> {
            in.setText(NOODLES + "שלום");
            assertThat(at(in, 3).getX()).isGreaterThan(at(in, 5).getX());
            assertThat(ink(in, at(in, 0), at(in, 2))).isGreaterThan(20);
          });
    }
  }

  @Test
  void what_an_input_method_composes_beside_a_picture_is_seen_and_then_stays() {
    GuiActionRunner.execute(() -> area.setText(NOODLES));
    window.textBox("area").focus();
    GuiActionRunner.execute(
        () -> {
          double before = at(area, 2).getX();
          compose("ni", 0);
          assertThat(area.getText()).isEqualTo(NOODLES + "ni");
          assertThat(at(area, 4).getX()).isGreaterThan(before + 5);
          assertThat(ink(area, at(area, 2), at(area, 4))).isPositive();
          compose("你", 1);
          assertThat(area.getText()).isEqualTo(NOODLES + "你");
          assertThat(at(area, 0).getY()).isEqualTo(at(area, 2).getY());
          assertThat(ink(area, at(area, 0), at(area, 2))).isGreaterThan(20);
        });
  }

  private void compose(String text, int committed) {
    AttributedString composed = new AttributedString(text);
    composed.addAttribute(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON);
    area.dispatchEvent(
        new InputMethodEvent(
            area,
            InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
            composed.getIterator(),
            committed,
            null,
            null));
  }

  @Test
  void it_outlives_another_look_another_document_and_larger_texts() {
    for (JTextComponent in : List.of(area, field)) {
      GuiActionRunner.execute(
          () -> {
            in.setText(NOODLES);
            look(Look.DARK);
            assertThat(at(in, 2).getX() - at(in, 0).getX())
                .isCloseTo(width(in, NOODLES), within(1.0));
            in.setFont(in.getFont().deriveFont(26f));
            assertThat(at(in, 2).getX() - at(in, 0).getX())
                .isCloseTo(width(in, NOODLES), within(1.0));
            PlainDocument other = new PlainDocument();
            insert(other, 0, FAMILY);
            in.setDocument(other);
            assertThat(at(in, FAMILY.length()).getX() - at(in, 0).getX())
                .isCloseTo(width(in, FAMILY), within(1.0));
          });
    }
  }

  private static void insert(Document where, int at, String text) {
    try {
      where.insertString(at, text, null);
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void any_changes_one_after_another_leave_every_place_where_it_can_be_found() {
    String[] parts = {"a", " word ", NOODLES, FAMILY, "שלום", "\n", "你好", "☀", "\t", "e\u0301"};
    Random random = new Random(5);
    GuiActionRunner.execute(
        () -> {
          for (JTextComponent in : List.of(area, field)) {
            for (int i = 0; i < 400; i++) {
              int length = in.getDocument().getLength();
              int from = random.nextInt(length + 1);
              in.select(from, Math.min(length, from + random.nextInt(length > 60 ? 30 : 3)));
              in.replaceSelection(parts[random.nextInt(parts.length)]);
              for (int at = 0; at <= in.getDocument().getLength(); at++) {
                assertThat(at(in, at)).as("%d in <%s>", at, in.getText()).isNotNull();
              }
              in.paint(new BufferedImage(260, 240, BufferedImage.TYPE_INT_RGB).createGraphics());
            }
          }
        });
  }
}
