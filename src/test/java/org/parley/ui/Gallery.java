package org.parley.ui;

import java.awt.Dimension;
import java.awt.Window;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.parley.settings.Language;
import org.parley.ui.workplace.Workplace;

/**
 * The whole program for people to look at, in light and in dark, in {@code
 * target/pictures/gallery-LANGUAGE}; with {@code -Dparley.pictures.all=true} in Chinese, too.
 * Nothing in a gallery depends on the words.
 */
abstract class Gallery extends WindowTest {
  private static final Dimension SIZE = new Dimension(1040, 720);

  /** The main window, while there is one. */
  protected FrameFixture window;

  private Language language;

  static Stream<Language> languages() {
    return Boolean.getBoolean("parley.pictures.all")
        ? Stream.of(Language.EN, Language.ZH)
        : Stream.of(Language.EN);
  }

  /** From here on everything is in that language. */
  protected void in(Language chosen) {
    language = chosen;
  }

  /** Opens the main window, at the size that it has at first. */
  protected void open(Workplace workplace, boolean realTime) {
    FakeTray tray = new FakeTray();
    tray.works = true;
    GuiActionRunner.execute(
        () ->
            new MainController(
                    (realTime ? live : ui).in(language), workplace, tray, new FakeTurns())
                .start(Optional.empty()));
    window = frame("main");
    GuiActionRunner.execute(() -> ((JFrame) window.target()).setSize(SIZE));
    robot.waitForIdle();
  }

  /** A word of the program, in the gallery's language. */
  protected String word(String key) {
    return ui.in(language).word(key);
  }

  /** Pictures of a window as it stands. */
  protected void picture(Window of, String name) {
    robot.waitForIdle();
    pictures(of, "gallery-" + language.name().toLowerCase(Locale.ROOT) + "/" + name);
  }

  /** A dialog, once it is there, with a picture of it. */
  protected DialogFixture shown(String dialog, String picture) {
    DialogFixture found = dialog(dialog);
    picture(found.target(), picture);
    return found;
  }

  /** The tab of that place. */
  protected void tab(int index) {
    window.tabbedPane("tabs").selectTab(index);
    robot.waitForIdle();
  }

  /** How many rows a list of the window has. */
  protected int rows(String list) {
    return window.list(list).target().getModel().getSize();
  }

  /** Whether a label of that name shows some text. */
  protected boolean says(String label) {
    return !window.label(label).text().isBlank();
  }

  /** Whether something of that name can be seen. */
  protected boolean shows(String name) {
    return !robot
        .finder()
        .findAll(window.target(), c -> name.equals(c.getName()) && c.isShowing())
        .isEmpty();
  }

  /** A picture of each tab. */
  protected void tabs(String state) {
    List<String> names = List.of("conversations", "directory", "history", "wire");
    for (int i = 0; i < names.size(); i++) {
      tab(i);
      picture(window.target(), names.get(i) + "-" + state);
    }
  }
}
