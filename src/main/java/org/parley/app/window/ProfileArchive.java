package org.parley.app.window;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.IoReason;
import org.parley.app.profile.LogExport;
import org.parley.app.profile.Profile;
import org.parley.app.profile.Upkeep;
import org.parley.journal.Finding;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;
import org.parley.journal.export.ExportProgress;
import org.parley.journal.export.ExportReader;
import org.parley.journal.export.ExportVerdict;
import org.parley.journal.export.Exported;
import org.parley.journal.export.VerifierKey;
import org.parley.journal.search.IndexProgress;
import org.parley.journal.verify.Verification;
import org.parley.messaging.HistoryPage;
import org.parley.messaging.HistoryQuery;
import org.parley.messaging.HistorySearch;
import org.parley.messaging.MessageHistory;
import org.parley.messaging.StorageException;
import org.parley.ui.common.Subscription;
import org.parley.ui.workplace.Archive;
import org.parley.ui.workplace.ArchiveException;
import org.parley.ui.workplace.ArchiveException.Problem;
import org.parley.words.Words;

/** A profile's journal as the History tab works with it. */
final class ProfileArchive implements Archive {
  private final Profile profile;
  private final MessageHistory history;
  private final Upkeep upkeep;
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();

  ProfileArchive(Profile profile) throws StorageException {
    this.profile = profile;
    this.history = profile.history();
    this.upkeep = profile.upkeep();
    profile.journal().addFindingsListener(() -> followers.forEach(Runnable::run));
  }

  @Override
  public IndexProgress indexed() {
    return history.progress();
  }

  @Override
  public Search search(HistoryQuery query) throws ArchiveException {
    try {
      HistorySearch search = history.search(query);
      return new Search() {
        @Override
        public HistoryPage next(int limit) throws ArchiveException {
          try {
            return search.next(limit);
          } catch (StorageException e) {
            throw unreadable(e);
          }
        }

        @Override
        public void cancel() {
          search.cancel();
        }
      };
    } catch (StorageException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Optional<Verification> verify(Progress progress) throws ArchiveException {
    try {
      return Optional.ofNullable(upkeep.verify(progress));
    } catch (JournalException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Optional<Instant> lastVerified() throws ArchiveException {
    try {
      return Optional.ofNullable(upkeep.lastVerified());
    } catch (IOException e) {
      throw new ArchiveException(Problem.UNREADABLE, IoReason.of(e), e);
    }
  }

  @Override
  public List<Finding> findings() {
    return profile.journal().findings().stream()
        .sorted(Comparator.comparing(Finding::seq, Comparator.nullsFirst(Long::compare)))
        .toList();
  }

  @Override
  public boolean moreFindings() {
    return profile.journal().moreFindings();
  }

  @Override
  public Subscription onFindings(Runnable changed) {
    followers.add(changed);
    return () -> followers.remove(changed);
  }

  @Override
  public void accept(List<Finding> findings) throws ArchiveException {
    try {
      profile.journal().accept(findings).get();
    } catch (ExecutionException e) {
      String why = String.valueOf(e.getCause() == null ? null : e.getCause().getMessage());
      throw new ArchiveException(Problem.NOT_WRITTEN, why, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the rows are with the writer: who looks sees them
    }
  }

  @Override
  public Optional<Exported> export(ExportOrder order, Words words, ExportProgress progress)
      throws ArchiveException {
    LogExport.Request request =
        new LogExport.Request(order.format(), order.query(), order.anyway(), order.replace());
    try {
      return Optional.ofNullable(
          new LogExport(profile, words).run(request, order.file(), progress));
    } catch (FileAlreadyExistsException e) {
      throw new ArchiveException(Problem.FILE_EXISTS, order.file().toString(), e);
    } catch (IOException e) {
      throw new ArchiveException(Problem.FILE_NOT_WRITTEN, IoReason.of(e), e);
    } catch (LogExport.NotVerifiedException e) {
      throw new ArchiveException(Problem.NOT_VERIFIED, Long.toString(e.findings()), e);
    } catch (LogExport.NothingMatchesException e) {
      throw new ArchiveException(Problem.NOTHING_MATCHES, "", e);
    } catch (JournalException e) {
      throw unreadable(e);
    } catch (StorageException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Optional<ExportVerdict> check(Path file, @Nullable VerifierKey key, Progress progress)
      throws ArchiveException {
    try {
      return Optional.ofNullable(new ExportReader(file, key).verify(progress));
    } catch (IOException e) {
      throw new ArchiveException(Problem.FILE_UNREADABLE, IoReason.of(e), e);
    }
  }

  private static ArchiveException unreadable(StorageException e) {
    return new ArchiveException(Problem.UNREADABLE, e.reason(), e);
  }

  static ArchiveException unreadable(JournalException e) {
    return new ArchiveException(Problem.UNREADABLE, String.valueOf(e.getMessage()), e);
  }
}
