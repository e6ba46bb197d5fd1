package org.parley.app.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.parley.files.NewFile;
import org.parley.journal.FindingDetail;
import org.parley.journal.JournalException;
import org.parley.journal.export.Basis;
import org.parley.journal.export.ExportFormat;
import org.parley.journal.export.ExportPlan;
import org.parley.journal.export.ExportProgress;
import org.parley.journal.export.ExportStep;
import org.parley.journal.export.Exported;
import org.parley.journal.export.Exporter;
import org.parley.journal.export.Identity;
import org.parley.journal.export.Selection;
import org.parley.journal.export.Standing;
import org.parley.journal.verify.Verification;
import org.parley.messaging.HistoryQuery;
import org.parley.messaging.Message;
import org.parley.messaging.StorageException;
import org.parley.words.Words;

/**
 * Exports a profile's log: verifies it, looks for the messages, writes the file. Any thread but the
 * event thread; it may take minutes.
 */
public final class LogExport {
  /** Accepted findings of these kinds are not about rows: every row may be shown all the same. */
  private static final Set<FindingDetail> NOT_OF_ROWS =
      Set.of(
          FindingDetail.STATE,
          FindingDetail.STATE_SEAL,
          FindingDetail.ANCHOR_MISSING,
          FindingDetail.ANCHOR_FILE,
          FindingDetail.ANCHOR_COPY);

  private final Profile profile;
  private final Words words;

  /** Of that profile, with the words of a page. */
  public LogExport(Profile profile, Words words) {
    this.profile = profile;
    this.words = words;
  }

  /**
   * What the user asks for.
   *
   * @param query which messages; {@link HistoryQuery#ALL} for everything, which in a log is every
   *     row
   * @param anyway also where the journal does not verify; the file says so then
   * @param replace whether a file that is there is replaced
   */
  public record Request(ExportFormat format, HistoryQuery query, boolean anyway, boolean replace) {}

  /** The journal does not verify, and the user did not insist. */
  public static final class NotVerifiedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long findings;

    NotVerifiedException(long findings) {
      super("the journal does not verify");
      this.findings = findings;
    }

    /** How many findings there are. */
    public long findings() {
      return findings;
    }
  }

  /** No message is what was asked for. */
  public static final class NothingMatchesException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @return null where it was cancelled
   * @throws java.nio.file.FileAlreadyExistsException where there is a file that may not be replaced
   * @throws IOException where it could not be written
   */
  public @Nullable Exported run(Request request, Path file, ExportProgress progress)
      throws IOException,
          JournalException,
          StorageException,
          NotVerifiedException,
          NothingMatchesException {
    if (!request.replace()) {
      NewFile.refuseExisting(file); // before the work
    }
    progress.step(ExportStep.VERIFYING);
    Verification found = profile.verifying().run(progress);
    if (found == null) {
      return null;
    }
    if (!found.ok() && !request.anyway()) {
      throw new NotVerifiedException(found.count());
    }
    Basis basis = new Basis(found.entries(), found.root(), isVerified(found));
    Selection selection = select(request, basis, progress);
    if (selection == null) {
      return null;
    }
    ExportPlan plan =
        new ExportPlan(
            request.format(),
            basis,
            selection,
            request.replace(),
            InstantSource.system().instant(),
            ZoneId.systemDefault(),
            words);
    Identity identity = Identity.of(profile.vault());
    return new Exporter(profile.journal(), identity, profile.self()).write(plan, file, progress);
  }

  private static boolean isVerified(Verification found) {
    return found.ok()
        && found.accepted().stream().allMatch(finding -> NOT_OF_ROWS.contains(finding.detail()));
  }

  private @Nullable Selection select(Request request, Basis basis, ExportProgress progress)
      throws StorageException, JournalException, NothingMatchesException {
    boolean whole = request.query().equals(HistoryQuery.ALL);
    if (whole && request.format() == ExportFormat.LOG) {
      return Selection.whole();
    }
    progress.step(ExportStep.SELECTING);
    if (!profile.index().build(progress)) {
      return null;
    }
    Selection selection = whole ? Selection.whole() : Selection.part();
    try {
      profile.history().forEach(request.query(), m -> add(m, basis, selection, progress));
    } catch (CancellationException e) {
      return null;
    }
    if (!whole && selection.size() == 0) {
      throw new NothingMatchesException();
    }
    return selection;
  }

  // What was never sent has no row; what came since is not among the verified.
  private static void add(
      Message message, Basis basis, Selection selection, ExportProgress progress) {
    if (progress.cancelled()) {
      throw new CancellationException();
    }
    Long seq = message.seq();
    if (seq != null && seq < basis.size()) {
      progress.at(seq, basis.size());
      Standing standing = Standing.valueOf(message.fate().name().toUpperCase(Locale.ROOT));
      selection.add(seq, standing, message.peer(), message.outgoing(), message.time());
    }
  }
}
