package org.parley.app.window;

import java.util.ArrayList;
import java.util.List;
import org.parley.ui.workplace.Workplace;

/** What is open, so that it is closed in order also where the process is told to end. */
final class Workplaces implements AutoCloseable {
  private final List<Workplace> open = new ArrayList<>();

  synchronized <W extends Workplace> W add(W workplace) {
    open.add(workplace);
    return workplace;
  }

  /** Closes what its window has not closed. */
  @Override
  public synchronized void close() {
    open.forEach(Workplace::close);
    open.clear();
  }
}
