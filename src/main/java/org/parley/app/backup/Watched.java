package org.parley.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.parley.journal.Progress;

/** Tells how many bytes went through, and ends the work where it was cancelled. */
final class Watched extends FilterOutputStream {
  private static final long STEP = 1 << 20;

  private final Progress progress;
  private final long total;
  private long done;
  private long told;

  /** {@code total} as far as it is known before. */
  Watched(OutputStream out, long total, Progress progress) {
    super(out);
    this.total = total;
    this.progress = progress;
  }

  /** Whoever waits does not want it any more. */
  static final class CancelledException extends IOException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
      super("cancelled");
    }
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
    done += length;
    if (done - told >= STEP) {
      told = done;
      stopIfCancelled(progress);
      progress.at(done, Math.max(done, total));
    }
  }

  static void stopIfCancelled(Progress progress) throws CancelledException {
    if (progress.cancelled()) {
      throw new CancelledException();
    }
  }
}
