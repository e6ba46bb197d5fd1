package org.parley.journal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.journal.EntrySealer;
import org.parley.journal.JournalException;
import org.parley.journal.JournalParts;
import org.parley.journal.MerkleTree;

/** Writes the verifiable log. */
final class LogWriter {
  private final RowSource rows;
  private final ExportHeader header;
  private final EntrySealer sealer;
  private final OutputStream out;
  private Tally tally = Tally.NOTHING;

  LogWriter(RowSource rows, ExportHeader header, JournalParts parts, OutputStream out) {
    this.rows = rows;
    this.header = header;
    this.sealer = new EntrySealer(parts.keys(), parts.random());
    this.out = out;
  }

  /** Every row; what comes out at the end must be the root that was signed. */
  RowWriter whole() {
    return progress -> {
      write(header.line());
      MerkleTree tree = new MerkleTree();
      boolean done =
          rows.all(
              this::line,
              prepared -> {
                ExportLine line = checked(prepared);
                tree.append(line.leaf());
                write(line, prepared.bytes());
              },
              progress);
      if (done && !Arrays.equals(tree.root(), header.checkpoint().root())) {
        throw new ChangedSinceException();
      }
      return done ? tally : null;
    };
  }

  /** Those rows, each with its proof. */
  RowWriter part(@Nullable LeafTree tree, long[] seqs) {
    if (tree == null) {
      throw new IllegalArgumentException("a part has proofs");
    }
    return progress -> {
      write(header.line());
      boolean done =
          rows.some(
              seqs,
              this::line,
              prepared -> {
                ExportLine line = checked(prepared);
                line = line.with(tree.path(line.seq(), header.checkpoint().size()));
                write(line, line.bytes());
              },
              progress);
      return done ? tally : null;
    };
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Prepared(ReadRow row, ExportLine line, byte[] bytes) {}

  private Prepared line(ReadRow row) {
    Entry entry = row.entry();
    ExportLine line =
        entry == null
            ? ExportLine.withheld(row.seq(), row.leaf(), null)
            : ExportLine.shown(row.seq(), entry, sealer.salt(row.seq()), null);
    return new Prepared(row, line, line.bytes());
  }

  private ExportLine checked(Prepared prepared) throws JournalException {
    // A verified journal has no broken row; one that does not verify says what is left of it.
    if (prepared.row().broken() && header.verified()) {
      throw new ChangedSinceException();
    }
    if (!Arrays.equals(prepared.line().leaf(), prepared.row().leaf())) {
      throw new JournalException("row " + prepared.row().seq() + " is not spelled canonically");
    }
    return prepared.line();
  }

  private void write(ExportLine line, byte[] bytes) throws IOException {
    write(bytes);
    tally = tally.and(line.entry() == null);
  }

  private void write(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }
}
