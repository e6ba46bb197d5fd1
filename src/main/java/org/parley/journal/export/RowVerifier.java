package org.parley.journal.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.journal.LocalTypes;
import org.parley.journal.MerkleTree;

/** Checks the lines about rows, in their order, against the checkpoint. For one thread. */
final class RowVerifier {
  /** So many wrong proofs are listed; then the rest does not matter. */
  private static final int MAX_FINDINGS = 100;

  private final ExportHeader header;
  private final MerkleTree tree = new MerkleTree();
  private final List<ExportFinding> findings = new ArrayList<>();
  private final SeqList withheld = new SeqList();
  private final SeqList removals = new SeqList();
  private long rows;
  private long last = -1;

  RowVerifier(ExportHeader header) {
    this.header = header;
  }

  /**
   * What the rows are.
   *
   * @param withheld seqs of rows of which only the leaf is there
   * @param removed those of them that a remove row of the export names
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Counts(long rows, long withheld, long[] removed) {}

  private record Read(@Nullable ExportLine line, boolean proven) {}

  /** The next lines; false where it makes no sense to go on. */
  boolean take(Segment segment) throws FaultException {
    List<byte[]> lines = segment.lines();
    List<Read> read =
        IntStream.range(0, lines.size()).parallel().mapToObj(i -> read(lines.get(i))).toList();
    for (int i = 0; i < read.size(); i++) {
      take(read.get(i), segment.first() + i);
    }
    return findings.size() < MAX_FINDINGS;
  }

  private Read read(byte[] bytes) {
    ExportLine line = ExportLine.parse(bytes);
    if (line == null || line.proof() == null) {
      return new Read(line, header.kind() == ExportKind.WHOLE);
    }
    Checkpoint checkpoint = header.checkpoint();
    byte[] root = InclusionProof.root(line.seq(), checkpoint.size(), line.leaf(), line.proof());
    return new Read(line, root != null && Arrays.equals(root, checkpoint.root()));
  }

  private void take(Read read, long number) throws FaultException {
    ExportLine line = read.line();
    if (line == null) {
      throw FaultException.malformed(ExportDetail.LINE, number);
    }
    boolean whole = header.kind() == ExportKind.WHOLE;
    if (whole == (line.proof() != null)) {
      throw FaultException.malformed(ExportDetail.PROOF_MISPLACED, number);
    }
    boolean follows = whole ? line.seq() == last + 1 : line.seq() > last;
    if (!follows || line.seq() >= header.checkpoint().size()) {
      throw FaultException.malformed(ExportDetail.ORDER, number);
    }
    if (!read.proven()) {
      findings.add(
          new ExportFinding(ExportFault.BAD_PROOF, ExportDetail.PROOF, number, line.seq()));
    }
    last = line.seq();
    rows++;
    if (whole) {
      tree.append(line.leaf());
    }
    count(line);
  }

  private void count(ExportLine line) {
    Entry entry = line.entry();
    if (entry == null) {
      withheld.add(line.seq());
    } else if (entry.isLocal(LocalTypes.REMOVE) && entry.of() != null) {
      removals.add(entry.of());
    }
  }

  /** After the last line. */
  void end() throws FaultException {
    if (header.kind() == ExportKind.WHOLE) {
      if (rows < header.checkpoint().size()) {
        throw FaultException.malformed(ExportDetail.ROWS_MISSING, 0);
      }
      if (!Arrays.equals(tree.root(), header.checkpoint().root())) {
        findings.add(new ExportFinding(ExportFault.BAD_PROOF, ExportDetail.ROOT, 0, null));
      }
    }
  }

  List<ExportFinding> findings() {
    return List.copyOf(findings);
  }

  Counts counts() {
    return new Counts(rows, withheld.size(), withheld.in(removals));
  }
}
