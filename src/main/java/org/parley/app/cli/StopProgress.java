package org.parley.app.cli;

import org.parley.app.console.StopSignal;
import org.parley.journal.Progress;

/** Lets Ctrl+C end a long look at the journal; shows nothing, as output is for results. */
record StopProgress(StopSignal stop) implements Progress {
  @Override
  public void at(long done, long total) {
    // nobody is shown a bar
  }

  @Override
  public boolean cancelled() {
    return stop.isGiven();
  }
}
