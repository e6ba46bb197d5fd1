package org.parley.journal;

/** How far a long work has come, and whether it should go on. Called by the thread that works. */
public interface Progress {
  /** Nobody watches, nobody cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** That many rows of that many are done. */
  void at(long done, long total);

  /** Whether to stop; asked once a page. */
  boolean cancelled();
}
