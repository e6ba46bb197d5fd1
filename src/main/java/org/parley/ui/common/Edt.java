package org.parley.ui.common;

import java.awt.EventQueue;
import javax.swing.Timer;

/**
 * The event thread, injected so that tests control it. Every method may be called on any thread.
 */
public interface Edt {

  /** Runs the action on the event thread, soon; never at once, so that order is kept. */
  void run(Runnable action);

  /** Runs the action on the event thread once after {@code millis}, unless closed before. */
  Subscription after(int millis, Runnable action);

  /** Swing's own. */
  static Edt swing() {
    return new Edt() {
      @Override
      public void run(Runnable action) {
        EventQueue.invokeLater(action);
      }

      @Override
      public Subscription after(int millis, Runnable action) {
        Timer timer = new Timer(millis, event -> action.run());
        timer.setRepeats(false);
        timer.start();
        return timer::stop;
      }
    };
  }
}
