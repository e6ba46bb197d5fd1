package org.parley.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and opens journals: what happens before the first commit. */
final class Opening {
  private Opening() {}

  /** What {@link Journal} goes on from: a queue, or where the head cannot be trusted none. */
  record State(@Nullable CommitQueue queue, CommitQueue.Tip tip) {}

  static Journal create(JournalParts parts) throws JournalException {
    if (parts.files().exists()) {
      throw new JournalException("there is a journal already");
    }
    MerkleTree empty = new MerkleTree();
    try {
      // The anchors come first: a crash before the database is there leaves a profile that knows
      // that it has no rows yet.
      parts.anchors().writeFile(parts.keys(), empty);
      parts.anchors().writeCopy(parts.keys(), empty);
    } catch (IOException e) {
      throw new JournalException("the journal's anchors could not be written", e);
    }
    makeEmpty(parts);
    return open(parts);
  }

  private static void makeEmpty(JournalParts parts) throws JournalException {
    try (JournalStore store = parts.files().createBeside()) {
      HeadRow head = HeadSeal.seal(parts.keys(), new MerkleTree(), new StateDigest().digest());
      store.write(new Change(List.of(), List.of(), List.of(), List.of(), head));
      store.sync();
    }
    parts.files().takeBeside(parts.keys().journal().toString());
  }

  static Journal open(JournalParts parts) throws JournalException {
    Anchors.Both anchors = parts.anchors().read(parts.keys());
    if (!parts.files().exists()) {
      if (!neverHadRows(anchors)) {
        throw new DatabaseGoneException();
      }
      makeEmpty(parts);
    }
    JournalStore store = parts.files().open();
    boolean opened = false;
    try {
      Journal journal = examined(parts, store, anchors);
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  private static boolean neverHadRows(Anchors.Both anchors) {
    Anchor file = anchors.file().anchor();
    Anchor copy = anchors.copy().anchor();
    boolean copyAgrees = anchors.copy().missing() || (copy != null && copy.size() == 0);
    return file != null && file.size() == 0 && copyAgrees;
  }

  private static Journal examined(JournalParts parts, JournalStore store, Anchors.Both anchors)
      throws JournalException {
    Examination.Result result;
    try (JournalSnapshot snapshot = store.snapshot()) {
      result = new Examination(parts.keys(), snapshot, anchors).last(Journal.UNLOCK_ROWS);
    }
    FindingLog log = new FindingLog();
    result.accepted().forEach(log::accepted);
    result.findings().forEach(log::found);
    log.setMore(result.unlisted() > 0);
    HeadRow head = result.head();
    MerkleTree tree = result.tree();
    boolean stopped = result.findings().stream().anyMatch(Opening::stops);
    if (head == null || tree == null || stopped) {
      State state = new State(null, new CommitQueue.Tip(result.end(), result.root()));
      return new Journal(parts, store, log, state);
    }
    AnchorKeeper keeper = new AnchorKeeper(parts, log);
    if (log.clean() && !bothAt(tree, anchors)) {
      store.sync(); // after a kill what was committed may not be on the disk yet
      keeper.onDisk(tree);
      keeper.write();
    }
    CommitQueue queue =
        new CommitQueue(parts, store, keeper, head, tree, result.state(), notes(parts, log));
    queue.addListener(log);
    queue.start();
    return new Journal(parts, store, log, new State(queue, queue.tip()));
  }

  private static boolean bothAt(MerkleTree tree, Anchors.Both anchors) {
    Anchor file = anchors.file().anchor();
    Anchor copy = anchors.copy().anchor();
    return file != null && copy != null && file.size() == tree.size() && copy.size() == tree.size();
  }

  // The next head will cover the state as it is now, so that the mismatch would be gone without
  // having been accepted: the row that goes with it keeps the finding.
  private static List<Entry> notes(JournalParts parts, FindingLog log) {
    List<Entry> notes = new ArrayList<>();
    for (Finding finding : log.open()) {
      if (finding.detail() == FindingDetail.STATE) {
        notes.add(Acceptance.row(LocalTypes.FINDING, finding, parts.clock().wall().instant()));
      }
    }
    return notes;
  }

  /** Whether a journal with that finding must be set aside before anything is added. */
  static boolean stops(Finding finding) {
    return finding.kind() == FindingKind.HEAD_DAMAGED || finding.kind() == FindingKind.EXTENDED;
  }
}
