package org.parley.ui;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Window;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.ComponentFinder;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;

/**
 * A robot that does as a person does: it looks for something until it is there, and does not click
 * on what is still grey or behind a dialog that is about to close. What does not become so within
 * 40 s fails, and says what it waited for.
 */
final class PatientRobot {
  private static final int MILLIS = 40_000;
  private static final int POLL_MILLIS = 50;

  private PatientRobot() {}

  /** The robot, made patient. */
  static Robot of(Robot robot) {
    ComponentFinder finder =
        proxy(ComponentFinder.class, (self, method, args) -> found(robot.finder(), method, args));
    return proxy(
        Robot.class,
        (self, method, args) -> {
          if (method.getName().equals("finder")) {
            return finder;
          }
          if (method.getName().endsWith("lick")
              && args[0] instanceof Component target
              && !SwingUtilities.isEventDispatchThread()) {
            awaitReady(target);
          }
          return call(robot, method, args);
        });
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
    Pause.pause(
        new Condition("something to click on: " + target.getName()) {
          @Override
          public boolean test() {
            return GuiActionRunner.execute(() -> isReady(target));
          }
        },
        MILLIS);
  }

  private static boolean isReady(Component target) {
    Window window = SwingUtilities.getWindowAncestor(target);
    return target.isShowing() && target.isEnabled() && (window == null || !isBlocked(window));
  }

  /** Whether a dialog stands over that window, which so hears of nothing. */
  static boolean isBlocked(Window window) {
    for (Window one : window.getOwnedWindows()) {
      if ((one instanceof Dialog dialog && dialog.isModal() && dialog.isShowing())
          || isBlocked(one)) {
        return true;
      }
    }
    return false;
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
