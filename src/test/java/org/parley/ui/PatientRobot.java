package org.parley.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Window;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.ComponentFinder;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;

/**
 * A robot that does as a person does: it looks for something until it is there, does not click on
 * what is still grey or behind a dialog that is about to close, does not type before something has
 * the focus, and sees each key and click come before it goes on. What does not become so within 40
 * s fails, and says what it waited for.
 */
final class PatientRobot {
  static final int MILLIS = 40_000;
  private static final int POLL_MILLIS = 50;
  private static final int GRID = 5;

  private final Robot robot;
  private final ComponentFinder finder;
  private int looks;

  private PatientRobot(Robot robot) {
    this.robot = robot;
    finder =
        proxy(ComponentFinder.class, (self, method, args) -> found(robot.finder(), method, args));
  }

  /** The robot, made patient. */
  static Robot of(Robot robot) {
    PatientRobot patient = new PatientRobot(robot);
    return proxy(Robot.class, (self, method, args) -> patient.act(method, args));
  }

  private Object act(Method method, Object[] args) throws Throwable {
    String name = method.getName();
    if (name.equals("finder")) {
      return finder;
    }
    if (args != null && args.length > 0 && !SwingUtilities.isEventDispatchThread()) {
      if (name.endsWith("lick") && args[0] instanceof Component target) {
        return click(target, method, args);
      }
      switch (name) {
        case "focus", "focusAndWaitForFocusGain" -> {
          focus((Component) args[0]);
          return null;
        }
        case "close", "showPopupMenu" -> {
          awaitReady((Component) args[0]);
          aim(KeyTarget.windowOf((Component) args[0]));
        }
        case "enterText" -> {
          return type(((String) args[0]).length(), method, args);
        }
        case "type" -> {
          return type(1, method, args);
        }
        case "pressKey" -> awaitHearer();
        case "pressAndReleaseKey" -> {
          return key((int) args[0], method, args);
        }
        case "pressAndReleaseKeys" -> {
          for (int code : (int[]) args[0]) {
            key(code, method, new Object[] {new int[] {code}});
          }
          return null;
        }
        default -> {
          // as it is
        }
      }
    }
    return call(robot, method, args);
  }

  private Object click(Component target, Method method, Object[] args) throws Throwable {
    awaitReady(target);
    aim(KeyTarget.windowOf(target));
    int times = method.getName().equals("doubleClick") ? 2 : 1;
    if (args[args.length - 1] instanceof Integer said) {
      times = said;
    }
    int all = Arrivals.clicks() + times;
    Object answer = call(robot, method, args);
    await("a click to come to " + target.getName(), () -> Arrivals.clicks() >= all);
    robot.waitForIdle();
    return answer;
  }

  /** Moves the pointer until it is over the window. */
  private void aim(Window window) {
    if (SwingSession.REAL_SCREEN) {
      await(
          "the pointer to come over " + window.getName(),
          () -> Arrivals.isOver(window),
          () -> look(window));
    }
  }

  /** Where the window believes to be, and elsewhere in turn. */
  private void look(Window window) {
    robot.jitter(window);
    if (!GuiActionRunner.execute(() -> Arrivals.sees(window))) {
      Dimension screen = window.getToolkit().getScreenSize();
      int at = looks++ % (GRID * GRID);
      robot.moveMouse(
          screen.width * (2 * (at % GRID) + 1) / (2 * GRID),
          screen.height * (2 * (at / GRID) + 1) / (2 * GRID));
      robot.waitForIdle();
    }
  }

  // A window that has the focus itself hears no key.
  private void focus(Component target) {
    awaitReady(target);
    Optional<Component> within =
        target instanceof Window window
            ? GuiActionRunner.execute(() -> KeyTarget.within(window))
            : Optional.empty();
    give(within.orElse(target));
  }

  /** Asks again: what is asked while a dialog closes may be lost with it. */
  private void give(Component target) {
    await(
        "the focus to come to " + target.getName(),
        target::isFocusOwner,
        () -> {
          robot.focus(target);
          Pause.pause(POLL_MILLIS);
        });
  }

  private Object type(int characters, Method method, Object[] args) throws Throwable {
    awaitHearer();
    int all = Arrivals.typed() + characters;
    Object answer = call(robot, method, args);
    await(characters + " characters to come", () -> Arrivals.typed() >= all);
    robot.waitForIdle();
    return answer;
  }

  private Object key(int code, Method method, Object[] args) throws Throwable {
    awaitHearer();
    Component owner = GuiActionRunner.execute(KeyTarget::owner);
    int pressed = Arrivals.pressed(code);
    int released = Arrivals.released(code);
    Object answer = call(robot, method, args);
    await("key " + code + " to come", () -> Arrivals.pressed(code) > pressed);
    await(
        "key " + code + " let go, or something else in focus",
        () -> Arrivals.released(code) > released || KeyTarget.owner() != owner);
    robot.waitForIdle();
    return answer;
  }

  // On the event thread nothing can come while one waits: the caller asks again.
  private static Object found(ComponentFinder finder, Method method, Object[] args)
      throws Throwable {
    boolean patient =
        method.getName().startsWith("find")
            && !method.getName().equals("findAll")
            && !SwingUtilities.isEventDispatchThread();
    long until = System.nanoTime() + MILLIS * 1_000_000L;
    while (true) {
      try {
        return call(finder, method, args);
      } catch (ComponentLookupException e) {
        if (!patient || System.nanoTime() > until) {
          throw e;
        }
        Pause.pause(POLL_MILLIS);
      }
    }
  }

  private static void awaitReady(Component target) {
    await("something to click on: " + target.getName(), () -> KeyTarget.isReady(target));
  }

  private void awaitHearer() {
    robot.waitForIdle();
    if (!SwingSession.REAL_SCREEN) {
      // Without a window manager, nobody gives the focus back when a dialog has closed.
      Optional<Component> inTurn = GuiActionRunner.execute(KeyTarget::inTurn);
      inTurn.ifPresent(this::give);
    }
    await("something to have the focus", KeyTarget::hears);
  }

  private static void await(String what, BooleanSupplier condition) {
    await(what, condition, () -> {});
  }

  private static void await(String what, BooleanSupplier condition, Runnable until) {
    Pause.pause(
        new Condition(what) {
          @Override
          public boolean test() {
            boolean now = GuiActionRunner.execute(condition::getAsBoolean);
            if (!now) {
              until.run();
            }
            return now;
          }

          @Override
          protected String descriptionAddendum() {
            return KeyTarget.told();
          }
        },
        MILLIS);
  }

  private static Object call(Object real, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(real, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            PatientRobot.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
