package org.parley.journal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.files.NewFile;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.name.PeerName;

/**
 * Writes exports of a journal while it goes on. The file appears whole or not at all, for its owner
 * only. Memory does not grow with the journal but for the selection, some 12 bytes a message, and
 * 64 bytes a thousand rows.
 *
 * <p>The caller has verified the journal and says what came of it: an export of one that does not
 * verify says so, and whoever calls asks the owner first. Any thread but the event thread.
 */
public final class Exporter {
  private final Journal journal;
  private final Identity identity;
  private final PeerName owner;

  /** Of that journal, signed by that identity. */
  public Exporter(Journal journal, Identity identity, PeerName owner) {
    this.journal = journal;
    this.identity = identity;
    this.owner = owner;
  }

  /**
   * Writes the file.
   *
   * @return null where it was cancelled; there is no file then
   * @throws ChangedSinceException where the rows are not those that were verified
   * @throws JournalException where they could not be read
   * @throws java.nio.file.FileAlreadyExistsException where there is a file that may not be replaced
   * @throws IOException where the file could not be written
   */
  public @Nullable Exported write(ExportPlan plan, Path file, ExportProgress progress)
      throws JournalException, IOException {
    try (NewFile target = NewFile.begin(file, plan.replace());
        JournalSnapshot snapshot = journal.snapshot()) {
      Exported exported = write(plan, snapshot, target.out(), progress);
      if (exported != null) {
        target.commit();
      }
      return exported;
    }
  }

  private @Nullable Exported write(
      ExportPlan plan, JournalSnapshot snapshot, OutputStream out, ExportProgress progress)
      throws JournalException, IOException {
    RowSource rows = new RowSource(snapshot, journal.parts().keys(), plan.basis().size());
    Removals removals = new Removals(journal.parts().keys(), plan.selection());
    LeafTree tree = null;
    if (needsTree(plan)) {
      progress.step(ExportStep.PROVING);
      tree = rows.tree(removals, progress);
      if (tree == null) {
        return null;
      }
    }
    byte[] root = tree == null ? plan.basis().root() : tree.root();
    if (plan.basis().verified() && !Arrays.equals(root, plan.basis().root())) {
      throw new ChangedSinceException();
    }
    ExportHeader header =
        ExportHeader.sign(
            plan.selection().kind(),
            owner,
            plan.exported(),
            plan.basis(),
            root,
            journal.parts().keys().journal().toString(),
            identity);
    progress.step(ExportStep.WRITING);
    RowWriter writer =
        switch (plan.format()) {
          case LOG -> {
            LogWriter log = new LogWriter(rows, header, journal.parts(), out);
            yield plan.selection().kind() == ExportKind.WHOLE
                ? log.whole()
                : log.part(tree, plan.selection().withRows(removals.seqs()));
          }
          case HTML -> new MessageWriter(rows, plan, new HtmlPage(header, plan, out));
          case CSV -> new MessageWriter(rows, plan, new CsvTable(out));
        };
    Tally tally = writer.write(progress);
    return tally == null
        ? null
        : new Exported(
            tally.rows(),
            tally.withheld(),
            header.checkpoint().size(),
            root,
            header.verified(),
            header.key());
  }

  // The root of a verified journal is known, and only proofs need more of the tree than that.
  private static boolean needsTree(ExportPlan plan) {
    boolean proofs =
        plan.format() == ExportFormat.LOG && plan.selection().kind() == ExportKind.PART;
    return proofs || !plan.basis().verified();
  }
}
