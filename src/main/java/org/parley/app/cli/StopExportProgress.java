package org.parley.app.cli;

import org.parley.app.console.StopSignal;
import org.parley.journal.export.ExportProgress;
import org.parley.journal.export.ExportStep;

/** Lets Ctrl+C end an export; shows nothing, as output is for results. */
record StopExportProgress(StopSignal stop) implements ExportProgress {
  @Override
  public void step(ExportStep step) {
    // nobody is shown the steps
  }

  @Override
  public void at(long done, long total) {
    // nobody is shown a bar
  }

  @Override
  public boolean cancelled() {
    return stop.isGiven();
  }
}
