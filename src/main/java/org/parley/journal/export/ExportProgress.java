package org.parley.journal.export;

import org.parley.journal.Progress;

/** How far an export has come; each step counts anew. Called by the thread that works. */
public interface ExportProgress extends Progress {
  /** Nobody watches, nobody cancels. */
  ExportProgress NONE =
      new ExportProgress() {
        @Override
        public void step(ExportStep step) {}

        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** The next step begins. */
  void step(ExportStep step);
}
