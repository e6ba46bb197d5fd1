package org.parley.ui;

import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;

/** A tray that a test looks into. */
final class FakeTray implements Tray {
  boolean works;
  Runnable open;
  Runnable quit;
  int taken;

  @Override
  public boolean works() {
    return works;
  }

  @Override
  public Subscription put(String title, UiContext ui, Runnable toOpen, Runnable toQuit) {
    open = toOpen;
    quit = toQuit;
    return () -> taken++;
  }
}
