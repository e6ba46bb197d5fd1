package org.parley.journal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When the anchors are written: for sizes that are on the disk, at most once a second and at the
 * end, never while a finding is open, so that what shows the damage is not written over. A failure
 * to write one is told in the diagnostics and tried again: the anchor lags, which it may. Writer
 * thread only.
 */
final class AnchorKeeper {
  private static final System.Logger LOG = System.getLogger("org.parley.journal");
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final JournalParts parts;
  private final FindingLog findings;
  private @Nullable MerkleTree waiting;
  private long lastTry;

  AnchorKeeper(JournalParts parts, FindingLog findings) {
    this.parts = parts;
    this.findings = findings;
    this.lastTry = parts.clock().nanos().getAsLong() - PAUSE;
  }

  /** The journal is on the disk as far as this tree. */
  void onDisk(MerkleTree tree) {
    waiting = tree.copy();
  }

  /** Nanoseconds until an anchor is to be written; negative where none is. */
  long due() {
    if (waiting == null || !findings.clean()) {
      return -1;
    }
    return Math.max(0, PAUSE - (parts.clock().nanos().getAsLong() - lastTry));
  }

  /** Writes both where a second has passed since the last time. */
  void writeIfDue() {
    if (due() == 0) {
      write();
    }
  }

  /** Writes both now, where there is something to write. */
  void write() {
    MerkleTree tree = waiting;
    if (tree == null || !findings.clean()) {
      return;
    }
    lastTry = parts.clock().nanos().getAsLong();
    try {
      parts.anchors().writeFile(parts.keys(), tree);
      waiting = null;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "anchor.json could not be written; it lags", e);
    }
    try {
      parts.anchors().writeCopy(parts.keys(), tree);
    } catch (IOException e) {
      // A user without a state folder is no reason to try every second: the next commit does.
      LOG.log(System.Logger.Level.WARNING, "the anchor's copy could not be written", e);
    }
  }
}
