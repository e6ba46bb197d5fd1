package org.parley.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that judges a journal: head, state, rows and both anchors against each other. At
 * unlock over the last rows, for a whole verification over all of them. It reads a snapshot and
 * changes nothing. For one thread.
 */
public final class Examination {
  private final JournalKeys keys;
  private final JournalSnapshot snapshot;
  private final Anchors.Both anchors;
  private final List<Finding> findings = new ArrayList<>();
  private final @Nullable HeadRow head;
  private final @Nullable MerkleTree tree;
  private StateDigest state = new StateDigest();
  private long unlistedSeals;

  /**
   * Reads the head.
   *
   * @param anchors read before the snapshot was taken: an anchor may lag, never lead
   */
  public Examination(JournalKeys keys, JournalSnapshot snapshot, Anchors.Both anchors)
      throws JournalException {
    this.keys = keys;
    this.snapshot = snapshot;
    this.anchors = anchors;
    this.head = snapshot.head();
    this.tree = openHead(head);
  }

  private @Nullable MerkleTree openHead(@Nullable HeadRow row) {
    if (row == null) {
      findings.add(
          Finding.of(FindingKind.HEAD_DAMAGED, FindingDetail.HEAD_MISSING, Bytes.mark("no head")));
      return null;
    }
    try {
      return HeadSeal.open(keys, row);
    } catch (JournalException e) {
      String mark = Bytes.mark("head", Bytes.u64(row.size()), row.root(), row.tag());
      findings.add(Finding.of(FindingKind.HEAD_DAMAGED, FindingDetail.HEAD_TAG, mark));
      return null;
    }
  }

  /**
   * What came out.
   *
   * @param head null where there is none to trust
   * @param tree the head's; null where there is none to trust
   * @param state of the rows of STATE as they are
   * @param end the seq after the last row
   * @param root over the rows that were read; the journal's where all were read and nothing found
   * @param findings accepted ones included, but for those that were known to be
   * @param unlisted how many more there are, which are no part of the list
   * @param accepted marks of findings that a row accepts
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Result(
      @Nullable HeadRow head,
      @Nullable MerkleTree tree,
      StateDigest state,
      long end,
      byte[] root,
      List<Finding> findings,
      long unlisted,
      Set<String> accepted) {}

  /** Everything but the rows before the last {@code rows}, and before the older anchor. */
  Result last(int rows) throws JournalException {
    long from = tree == null ? 0 : Math.max(0, tree.size() - rows);
    for (Anchors.Found found : List.of(anchors.file(), anchors.copy())) {
      if (found.anchor() != null) {
        from = Math.min(from, found.anchor().size());
      }
    }
    Result result = run(from, Set.of(), row -> true, row -> {}, Progress.NONE);
    return Objects.requireNonNull(result, "nobody cancels");
  }

  /**
   * Everything; null where it was cancelled. Each row that is read is shown, too. Once for each
   * object.
   *
   * @param accepted marks of findings that are known to be accepted, and so are not listed again
   * @param seals of the rows of STATE: the head covers of each but the end of its seal
   */
  public @Nullable Result whole(
      Set<String> accepted, StateCheck seals, RowSink each, Progress progress)
      throws JournalException {
    return run(0, accepted, seals, each, progress);
  }

  private @Nullable Result run(
      long from, Set<String> accepted, StateCheck seals, RowSink each, Progress progress)
      throws JournalException {
    state = StateDigest.read(snapshot, row -> checkSeal(row, seals, accepted));
    checkState();
    Extension file = new Extension(anchors.file());
    Extension copy = new Extension(anchors.copy());
    MerkleTree whole = new MerkleTree();
    long size = tree == null ? Long.MAX_VALUE : tree.size();
    RowWalk walk = new RowWalk(keys, snapshot, from, size, accepted);
    boolean done =
        walk.run(
            row -> {
              file.add(row.row());
              copy.add(row.row());
              whole.append(row.row().leaf());
              each.take(row);
            },
            progress);
    if (!done) {
      return null;
    }
    boolean fromStart = from == 0 && walk.gapless() && sameRoot(whole);
    if (from == 0 && !fromStart) {
      checkRows(walk, whole);
    }
    checkAnchor(walk, file, FindingDetail.OLDER_THAN_FILE, FindingDetail.ANCHOR_FILE);
    checkAnchor(walk, copy, FindingDetail.OLDER_THAN_COPY, FindingDetail.ANCHOR_COPY);
    if (anchors.file().missing()) {
      String mark = Bytes.mark("no anchor", head == null ? new byte[0] : head.root());
      findings.add(Finding.of(FindingKind.ANCHOR_DAMAGED, FindingDetail.ANCHOR_MISSING, mark));
    }
    findings.addAll(
        walk.findings(fromStart || file.reaches(tree, from) || copy.reaches(tree, from)));
    return new Result(
        tree == null ? null : head,
        tree,
        state,
        walk.next(),
        whole.root(),
        List.copyOf(findings),
        walk.unlisted() + unlistedSeals,
        walk.accepted());
  }

  private boolean sameRoot(MerkleTree of) {
    return tree != null && tree.size() == of.size() && Arrays.equals(tree.root(), of.root());
  }

  // STATE has no tags of its own that the journal could check: its digest is under the head.
  private void checkState() {
    if (tree != null && head != null && !Arrays.equals(head.state(), state.digest())) {
      String mark = Bytes.mark("state", head.state(), state.digest());
      findings.add(Finding.of(FindingKind.MODIFIED, FindingDetail.STATE, mark));
    }
  }

  // Its kind, its id and most of its bytes are covered by its own seal alone.
  private void checkSeal(StoredState row, StateCheck seals, Set<String> accepted) {
    if (row.id().length == StateChange.ID_SIZE && seals.verifies(row)) {
      return;
    }
    String mark = Bytes.mark("state row", Bytes.u64(row.kind()), row.id(), row.sealed());
    if (findings.size() >= RowFindings.MOST) {
      unlistedSeals++;
    } else if (!accepted.contains(mark)) {
      findings.add(Finding.of(FindingKind.MODIFIED, FindingDetail.STATE_SEAL, mark));
    }
  }

  // All rows are as they were written, and yet are not the head's: the head is another's.
  private void checkRows(RowWalk walk, MerkleTree whole) {
    if (tree != null && walk.gapless() && walk.soundFrom(0)) {
      String mark = Bytes.mark("rows", tree.root(), whole.root());
      findings.add(Finding.of(FindingKind.HEAD_DAMAGED, FindingDetail.HEAD_ROWS, mark));
    }
  }

  private void checkAnchor(
      RowWalk walk, Extension extension, FindingDetail older, FindingDetail damaged) {
    if (extension.found.damaged()) {
      String mark =
          Bytes.mark("anchor", extension.found.bytes(), head == null ? new byte[0] : head.root());
      findings.add(Finding.of(FindingKind.ANCHOR_DAMAGED, damaged, mark));
    }
    Anchor anchor = extension.found.anchor();
    if (anchor == null || tree == null || extension.reaches(tree, anchor.size())) {
      return;
    }
    // Where a row above the anchor is missing or damaged, that is the finding: the leaves that the
    // anchor would have to be extended by are not known.
    if (anchor.size() > tree.size() || walk.soundFrom(anchor.size())) {
      String mark = Bytes.mark("older", extension.found.bytes());
      // Two anchors that say the same are one finding.
      if (findings.stream().noneMatch(f -> f.mark().equals(mark))) {
        findings.add(Finding.of(FindingKind.ROLLED_BACK, older, mark));
      }
    }
  }

  /** An anchor's tree, grown by the leaves from its size on. */
  private static final class Extension {
    private final Anchors.Found found;
    private final @Nullable MerkleTree grown;

    Extension(Anchors.Found found) {
      this.found = found;
      this.grown = found.anchor() == null ? null : found.anchor().tree();
    }

    void add(SealedRow row) {
      if (grown != null && row.seq() == grown.size()) {
        grown.append(row.leaf());
      }
    }

    /** Whether it arrived at the head's root by the leaves from at most {@code from} on. */
    boolean reaches(@Nullable MerkleTree head, long from) {
      Anchor anchor = found.anchor();
      return grown != null
          && anchor != null
          && head != null
          && anchor.size() <= from
          && grown.size() == head.size()
          && Arrays.equals(grown.root(), head.root());
    }
  }
}
