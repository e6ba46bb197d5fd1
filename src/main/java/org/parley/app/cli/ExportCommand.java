package org.parley.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.IoReason;
import org.parley.app.profile.LogExport;
import org.parley.app.profile.Profile;
import org.parley.journal.JournalException;
import org.parley.journal.export.ExportFormat;
import org.parley.journal.export.Exported;
import org.parley.messaging.HistoryQuery;
import org.parley.messaging.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the log, or a part of it, to a new file, whole or not at all. */
@Command(name = "export")
final class ExportCommand extends ParleyCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.export.file")
  private Path file;

  @Option(names = "--peer", paramLabel = "NAME", descriptionKey = "cli.option.peer")
  private @Nullable String peer;

  @Option(names = "--text", paramLabel = "T", descriptionKey = "cli.option.text")
  private @Nullable String text;

  @Option(
      names = "--since",
      paramLabel = "D",
      converter = Moment.Converter.class,
      descriptionKey = "cli.option.since")
  private @Nullable Moment since;

  @Option(
      names = "--until",
      paramLabel = "D",
      converter = Moment.Converter.class,
      descriptionKey = "cli.option.until")
  private @Nullable Moment until;

  @Option(
      names = "--format",
      paramLabel = "log|html|csv",
      converter = FormatConverter.class,
      descriptionKey = "cli.option.format")
  private ExportFormat format = ExportFormat.LOG;

  @Option(names = "--anyway", descriptionKey = "cli.option.anyway")
  private boolean anyway;

  ExportCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      LogExport.Request request = new LogExport.Request(format, query(), anyway, false);
      Exported done =
          new LogExport(profile, here.words())
              .run(request, file, new StopExportProgress(here.stop()));
      if (done == null) {
        throw CommandFailed.failed(say("stopped"));
      }
      print(done);
      return ExitCode.DONE;
    } catch (FileAlreadyExistsException e) {
      throw CommandFailed.failed(say("export.exists", file));
    } catch (IOException e) {
      throw CommandFailed.failed(say("export.write", file, IoReason.of(e)));
    } catch (LogExport.NotVerifiedException e) {
      throw CommandFailed.failed(say("export.not-verified", Long.toString(e.findings())));
    } catch (LogExport.NothingMatchesException e) {
      throw CommandFailed.failed(say("history.nothing"));
    } catch (JournalException e) {
      throw CommandFailed.failed(say("journal.unreadable", String.valueOf(e.getMessage())));
    } catch (StorageException e) {
      throw CommandFailed.failed(say("journal.unreadable", e.reason()));
    }
  }

  private HistoryQuery query() {
    return new HistoryQuery(
        peer,
        text,
        null,
        since == null ? null : since.from(),
        until == null ? null : until.end(),
        null);
  }

  private void print(Exported done) {
    String rows = Long.toString(done.rows());
    here.terminal()
        .line(say(format == ExportFormat.LOG ? "exported" : "exported.read", rows, file));
    if (!done.verified()) {
      here.terminal().line(say("exported.unverified"));
    }
    if (format == ExportFormat.LOG) {
      here.terminal().line(say("exported.key", done.key().toString(), done.key().fingerprint()));
    }
  }
}
