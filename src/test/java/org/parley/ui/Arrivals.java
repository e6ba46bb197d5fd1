package org.parley.ui;

import java.awt.AWTEvent;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.swing.SwingUtilities;

/**
 * What of a robot's keys and clicks came to a component so far. A screen hands them on in its own
 * time, so that an idle event queue does not say that they came; and a key that nothing has the
 * focus for never does.
 */
final class Arrivals implements AWTEventListener {
  private static final Arrivals ALL = new Arrivals();

  /** How often in a row the pointer has to say the same against a window's belief. */
  private static final int CERTAIN = 10;

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private int window;
  private Point origin = new Point();
  private List<Point> doubted = List.of(); // what the window believed, and where it was
  private int doubts;

  private Arrivals() {
    Toolkit.getDefaultToolkit()
        .addAWTEventListener(
            this,
            AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK | AWTEvent.MOUSE_MOTION_EVENT_MASK);
  }

  /** Counts and places only: an event leads to its window, which would not be forgotten. */
  @Override
  public void eventDispatched(AWTEvent event) {
    if (event instanceof KeyEvent key) {
      counts.merge(name(key.getID(), key.getKeyCode()), 1, Integer::sum);
    } else if (event instanceof MouseEvent mouse) {
      place(mouse);
      if (mouse.getID() == MouseEvent.MOUSE_RELEASED) {
        counts.merge(name(mouse.getID(), 0), 1, Integer::sum);
      }
    }
  }

  private void place(MouseEvent mouse) {
    Window over = KeyTarget.windowOf(mouse.getComponent());
    if (over != null) {
      Point in = SwingUtilities.convertPoint(mouse.getComponent(), mouse.getPoint(), over);
      window = System.identityHashCode(over);
      origin = new Point(mouse.getXOnScreen() - in.x, mouse.getYOnScreen() - in.y);
    }
  }

  /**
   * Whether the pointer is over that window, which is where it believes to be. One whose size is
   * set while a window manager places it may believe otherwise for ever; it is told then, but not
   * at once: what the pointer says may be from before a move that is not made yet, and an answer to
   * that would be another move. On the event thread.
   */
  static boolean isOver(Window one) {
    if (!sees(one) || !one.isShowing()) {
      return false;
    }
    Point believed = one.getLocationOnScreen();
    if (ALL.origin.equals(believed)) {
      ALL.doubts = 0;
      return true;
    }
    List<Point> now = List.of(believed, ALL.origin);
    ALL.doubts = now.equals(ALL.doubted) ? ALL.doubts + 1 : 1;
    ALL.doubted = now;
    if (ALL.doubts == CERTAIN) {
      one.setLocation(ALL.origin);
      ALL.doubts = 0;
    }
    ALL.window = 0; // until the pointer comes over it again
    return false;
  }

  private static String name(int id, int code) {
    return id + " " + code;
  }

  private static int count(int id, int code) {
    return ALL.counts.getOrDefault(name(id, code), 0);
  }

  /** Whether the pointer was over that window last. */
  static boolean sees(Window one) {
    return ALL.window == System.identityHashCode(one);
  }

  /** How many clicks came. */
  static int clicks() {
    return count(MouseEvent.MOUSE_RELEASED, 0);
  }

  /** How many characters came. */
  static int typed() {
    return count(KeyEvent.KEY_TYPED, KeyEvent.VK_UNDEFINED);
  }

  /** How often that key was pressed. */
  static int pressed(int code) {
    return count(KeyEvent.KEY_PRESSED, code);
  }

  /** How often that key was let go. */
  static int released(int code) {
    return count(KeyEvent.KEY_RELEASED, code);
  }
}
