package org.parley.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollBar;
import javax.swing.JViewport;
import javax.swing.UIManager;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parley.settings.Look;
import org.parley.ui.common.Background;
import org.parley.ui.common.Edt;
import org.parley.ui.common.Theme;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.fonts.EmojiFont;
import org.parley.words.Words;

/** What every test of a window begins and ends with. */
public abstract class WindowTest {
  /** The time in every window test: a Wednesday. */
  public static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

  /** English, real threads, a clock that stands. */
  protected final UiContext ui =
      new UiContext(
          Words.in(Locale.ENGLISH),
          Edt.swing(),
          Background.swing(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  /** As {@link #ui}, with the clock of the system: for what goes with {@code RealPair}. */
  protected final UiContext live = UiContext.real(Words.in(Locale.ENGLISH));

  /** The robot of this test. */
  protected Robot robot;

  @BeforeEach
  void begin() {
    FailOnThreadViolationRepaintManager.install();
    EmojiFont.load();
    GuiActionRunner.execute(() -> look(Look.LIGHT));
    robot = PatientRobot.of(BasicRobot.robotWithNewAwtHierarchy());
    // A real window manager answers later than the screen in memory.
    robot.settings().delayBetweenEvents(SwingSession.REAL_SCREEN ? 60 : 5);
    robot.settings().eventPostingDelay(SwingSession.REAL_SCREEN ? 100 : 10);
  }

  @AfterEach
  void end() {
    robot.cleanUp();
  }

  /** Shows everything light or dark. */
  protected static void look(Look look) {
    UIManager.put("PasswordField.showCapsLock", false); // Cacio does not know the key's state
    Theme.apply(look, false, 100);
  }

  /** Takes pictures of the window in light and in dark. */
  protected void pictures(Window window, String name) {
    GuiActionRunner.execute(() -> look(Look.LIGHT));
    robot.waitForIdle();
    Pictures.take(window, name + "-light");
    GuiActionRunner.execute(() -> look(Look.DARK));
    robot.waitForIdle();
    Pictures.take(window, name + "-dark");
    GuiActionRunner.execute(() -> look(Look.LIGHT));
    robot.waitForIdle();
  }

  /** A dialog, once it is there. */
  protected DialogFixture dialog(String name) {
    return WindowFinder.findDialog(name).withTimeout(PatientRobot.MILLIS).using(robot);
  }

  /** A window, once it is there. */
  protected FrameFixture frame(String name) {
    return WindowFinder.findFrame(name).withTimeout(PatientRobot.MILLIS).using(robot);
  }

  /** Waits until a key would be heard in that window: no dialog over it, and the focus in it. */
  protected void awaitFocus(Window window) {
    eventually("no dialog over the window", () -> !KeyTarget.isBlocked(window));
    if (!SwingSession.REAL_SCREEN && !GuiActionRunner.execute(() -> KeyTarget.isIn(window))) {
      robot.focus(window); // without a window manager, a window that opens may not get it
    }
    eventually("the focus in the window", () -> KeyTarget.isIn(window));
  }

  /** Waits until the condition holds, asked on the event thread. */
  protected static void eventually(String what, BooleanSupplier condition) {
    Pause.pause(
        new Condition(what) {
          @Override
          public boolean test() {
            try {
              return GuiActionRunner.execute(condition::getAsBoolean);
            } catch (ComponentLookupException e) {
              return false; // not there yet
            }
          }

          @Override
          protected String descriptionAddendum() {
            return KeyTarget.told();
          }
        },
        PatientRobot.MILLIS); // for a machine that is busy with other work
  }

  /** Controls that one can reach and that a screen reader would have no name for. */
  protected static List<String> withoutAccessibleName(Container container) {
    return GuiActionRunner.execute(
        () -> {
          List<String> nameless = new ArrayList<>();
          collectNameless(container, nameless);
          return nameless;
        });
  }

  private static void collectNameless(Container container, List<String> nameless) {
    for (Component child : container.getComponents()) {
      boolean control =
          child instanceof JComponent
              && child.isFocusable()
              && child.isShowing()
              && (child instanceof javax.swing.AbstractButton
                  || child instanceof javax.swing.text.JTextComponent
                  || child instanceof javax.swing.JList
                  || child instanceof javax.swing.JTable
                  || child instanceof javax.swing.JComboBox
                  || child instanceof javax.swing.JTabbedPane);
      if (control) {
        String name = child.getAccessibleContext().getAccessibleName();
        if (name == null || name.isBlank()) {
          nameless.add(child.getClass().getSimpleName() + " " + child.getName());
        }
      }
      if (child instanceof Container inner
          && !(child instanceof JScrollBar)
          && !(child instanceof JLabel)
          && !(child instanceof javax.swing.JComboBox)) {
        collectNameless(inner, nameless);
      }
      if (child instanceof JViewport port && port.getView() instanceof Container view) {
        collectNameless(view, nameless);
      }
    }
  }
}
