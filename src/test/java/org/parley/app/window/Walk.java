package org.parley.app.window;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.settings.Look;
import org.parley.ui.Desktop;
import org.parley.ui.Pictures;
import org.parley.ui.WindowTest;
import org.parley.words.Words;

/**
 * A walk through the whole program in one window, as its user goes, with a picture of each act;
 * {@code -Dparley.pictures.look=dark} takes them in dark. {@code -Dparley.pictures.language=zh-CN}
 * walks in Chinese: nothing in a walk depends on the words.
 */
abstract class Walk extends WindowTest {
  private static final String LANGUAGE = System.getProperty("parley.pictures.language", "en");

  // Held here: the runtime keeps loggers by weak reference only, and would forget the handler.
  private static final Logger LOGGER = Logger.getLogger("org.parley.ui");

  private static final boolean DARK =
      "dark".equals(System.getProperty("parley.pictures.look", "light"));
  private static final Dimension SIZE = new Dimension(1000, 700);

  /** Where all profiles of the walk lie. */
  @TempDir protected Path home;

  /** Where Alice listens. */
  protected int port;

  /** The main window, while there is one. */
  protected FrameFixture window;

  private final Workplaces workplaces = new Workplaces();
  private final Locale before = Locale.getDefault();
  private final Unforeseen unforeseen = new Unforeseen();
  private int act;

  @BeforeEach
  void language() throws Exception {
    Locale.setDefault(Locale.forLanguageTag(LANGUAGE));
    LOGGER.addHandler(unforeseen);
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  /** Whatever went wrong on a thread of the window was told to the user, and is a failure. */
  @AfterEach
  void close() {
    workplaces.close();
    LOGGER.removeHandler(unforeseen);
    Locale.setDefault(before);
    unforeseen.rethrow();
  }

  /** What the program itself did not foresee, of which it told the user no more than that. */
  private static final class Unforeseen extends Handler {
    private final List<AssertionError> told = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() > Level.INFO.intValue()) {
        told.add(new AssertionError(record.getMessage(), record.getThrown()));
      }
    }

    /** The first of it, with the rest. */
    void rethrow() {
      if (!told.isEmpty()) {
        AssertionError first = told.get(0);
        told.subList(1, told.size()).forEach(first::addSuppressed);
        throw first;
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Starts the program on a folder; gives the unlock window. */
  protected FrameFixture start(String folder) {
    Opening commandLine =
        new Opening(
            DataFolder.at(home.resolve(folder)),
            null,
            null,
            null,
            home,
            home.resolve("state"),
            Distrust.REFUSE);
    new Desktop(Words.in(Locale.getDefault()), () -> {})
        .start(new FolderOpener(commandLine, null, workplaces));
    return unlockWindow();
  }

  /** The unlock window, once it is there. */
  protected FrameFixture unlockWindow() {
    return frame("unlock");
  }

  /** Waits for the main window. */
  protected void mainWindow() {
    window = frame("main");
    // A window manager that is still placing it would leave it in doubt where it is.
    awaitFocus(window.target());
    GuiActionRunner.execute(() -> window.target().setBounds(new Rectangle(SIZE)));
    robot.waitForIdle();
  }

  /** The picture of an act; they are counted. */
  protected void act(Window of, String name) {
    act++;
    if (DARK) {
      GuiActionRunner.execute(() -> look(Look.DARK));
      robot.waitForIdle();
    }
    String folder = "acts-" + LANGUAGE + (DARK ? "-dark" : "");
    Pictures.take(of, String.format(Locale.ROOT, "%s/%02d-%s", folder, act, name));
    if (DARK) {
      GuiActionRunner.execute(() -> look(Look.LIGHT));
      robot.waitForIdle();
    }
  }

  /** One key in the main window, and what it does. */
  protected void press(int key, int held, BooleanSupplier effect) {
    press(key, held);
    eventually("an effect of " + key, effect);
  }

  /** Whether a dialog of that name shows. */
  protected static boolean isOpen(String dialog) {
    for (Window one : Window.getWindows()) {
      if (one.isShowing() && dialog.equals(one.getName())) {
        return true;
      }
    }
    return false;
  }

  /** The dialog that a key of the main window opens. */
  protected DialogFixture opened(int key, int held, String name) {
    press(key, held, () -> isOpen(name));
    return dialog(name);
  }

  /** One key in the main window, with what is held ({@code InputEvent.CTRL_MASK}). */
  protected void press(int key, int held) {
    awaitFocus(window.target());
    robot.pressAndReleaseKey(key, held);
  }

  /** Whether a message with that text is in the open conversation. */
  protected boolean shows(String text) {
    return !messages(text).isEmpty();
  }

  /** The messages of the open conversation that contain a text. */
  protected List<JTextComponent> messages(String text) {
    return List.copyOf(
        robot
            .finder()
            .findAll(
                window.target(),
                new GenericTypeMatcher<>(JTextComponent.class, true) {
                  @Override
                  protected boolean isMatching(JTextComponent one) {
                    return "message.text".equals(one.getName()) && one.getText().contains(text);
                  }
                }));
  }

  /** Opens the context menu of a message and clicks an item. */
  protected void inMenuOf(String message, String item) {
    JComponent row = messages(message).get(0);
    GuiActionRunner.execute(() -> row.getComponentPopupMenu().show(row, 8, 8));
    robot.waitForIdle();
    click(item);
  }

  /** Clicks an item of the menu about the open conversation. */
  protected void inPeerMenu(String item) {
    window.button("header.more").click();
    click(item);
  }

  private void click(String item) {
    JPopupMenu menu = robot.findActivePopupMenu();
    robot.click(robot.finder().findByName(menu, item));
    robot.waitForIdle();
  }

  /** A word of the program, in the language of the walk. */
  protected String word(String key) {
    return Words.in(Locale.getDefault()).get(key);
  }

  /** Something that shows now. */
  protected boolean showing(String name) {
    return !robot
        .finder()
        .findAll(window.target(), c -> name.equals(c.getName()) && c.isShowing())
        .isEmpty();
  }

  /** Whether a label says so. */
  protected boolean labelled(String part) {
    return !robot
        .finder()
        .findAll(
            window.target(),
            c ->
                c instanceof JLabel label
                    && label.isShowing()
                    && label.getText() != null
                    && label.getText().contains(part))
        .isEmpty();
  }
}
