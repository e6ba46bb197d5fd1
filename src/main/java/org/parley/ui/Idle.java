package org.parley.ui;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.util.OptionalInt;
import org.parley.ui.common.Edt;
import org.parley.ui.common.Subscription;

/**
 * Notices that nobody has touched any window of this process for a while. Used on the event thread.
 */
final class Idle implements Subscription {
  private static final int MINUTE_MILLIS = 60_000;
  private static final long TOUCHES =
      AWTEvent.KEY_EVENT_MASK
          | AWTEvent.MOUSE_EVENT_MASK
          | AWTEvent.MOUSE_MOTION_EVENT_MASK
          | AWTEvent.MOUSE_WHEEL_EVENT_MASK;

  private final Edt edt;
  private final Runnable idle;
  private final AWTEventListener touches = event -> touched = true;
  private OptionalInt minutes = OptionalInt.empty();
  private Subscription next = () -> {};
  private boolean touched;
  private int quiet;

  /** Nothing is watched before {@link #lockAfter}. */
  Idle(Edt edt, Runnable idle) {
    this.edt = edt;
    this.idle = idle;
    Toolkit.getDefaultToolkit().addAWTEventListener(touches, TOUCHES);
  }

  /** Calls {@code idle} after so many minutes without a touch, a minute late at most. */
  void lockAfter(OptionalInt wanted) {
    minutes = wanted;
    quiet = 0;
    touched = false;
    next.close();
    watch();
  }

  private void watch() {
    if (minutes.isPresent()) {
      next = edt.after(MINUTE_MILLIS, this::minuteGone);
    }
  }

  private void minuteGone() {
    quiet = touched ? 0 : quiet + 1;
    touched = false;
    if (minutes.isPresent() && quiet >= minutes.getAsInt()) {
      idle.run();
    } else {
      watch();
    }
  }

  @Override
  public void close() {
    next.close();
    Toolkit.getDefaultToolkit().removeAWTEventListener(touches);
  }
}
