package org.parley.ui.history;

import java.awt.Component;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import org.parley.journal.export.ExportFormat;
import org.parley.journal.export.ExportProgress;
import org.parley.journal.export.ExportStep;
import org.parley.journal.export.Exported;
import org.parley.messaging.HistoryQuery;
import org.parley.ui.common.Background;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Choice;
import org.parley.ui.common.Clipboards;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.Field;
import org.parley.ui.common.PathInput;
import org.parley.ui.common.PerMille;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Archive;
import org.parley.ui.workplace.ArchiveException;
import org.parley.ui.workplace.ArchiveException.Problem;
import org.parley.ui.workplace.ArchiveWords;

/** Exports the log or a part of it: what, how, whereto; then progress, and what came of it. */
final class ExportSheet {
  private static final int WIDTH = 480;

  /** What to export. */
  enum Scope {
    EVERYTHING,
    SEARCH,
    CONVERSATION
  }

  private final UiContext ui;
  private final Archive archive;
  private final @Nullable HistoryQuery search;
  private final @Nullable String peer;
  private final Sheet sheet;
  private final Choice<Scope> scopes;
  private final Choice<ExportFormat> formats;
  private final JTextArea says;
  private final PathInput path;
  private final Field file;
  private final JProgressBar bar = new JProgressBar(0, PerMille.WHOLE);
  private final JTextArea result = Plain.prose("", WIDTH);
  private final JButton export;
  private final JButton anyway;
  private final JButton copy;
  private final JButton close;
  private Scope scope;
  private ExportFormat format = ExportFormat.LOG;
  private Subscription running = () -> {};
  private String key = "";
  private String proposed;
  private final String owner;

  /**
   * Offers everything, and what else there is.
   *
   * @param first what is chosen at first; one of those that there are
   * @param search the search that is shown; null: none
   * @param peer whose conversation; null: nobody's
   */
  ExportSheet(
      UiContext ui,
      Archive archive,
      Component over,
      String owner,
      Scope first,
      @Nullable HistoryQuery search,
      @Nullable String peer) {
    this.ui = ui;
    this.archive = archive;
    this.search = search;
    this.peer = peer;
    this.owner = owner;
    sheet = new Sheet(over, "export", ui.word("ui.export.title"));
    List<Scope> offered = new ArrayList<>(List.of(Scope.EVERYTHING));
    if (search != null) {
      offered.add(Scope.SEARCH);
    }
    if (peer != null) {
      offered.add(Scope.CONVERSATION);
    }
    scope = first;
    scopes =
        new Choice<>(
            "export.scope",
            ui.word("ui.export.scope"),
            offered,
            this::word,
            scope,
            now -> scope = now);
    formats =
        new Choice<>(
            "export.format",
            ui.word("ui.export.format"),
            List.of(ExportFormat.values()),
            one -> ui.word("ui.export.format." + one),
            format,
            this::onFormat);
    says = Plain.prose("", WIDTH, "note");
    says.setName("export.says");
    path = new PathInput("export.file", false, ui);
    file = new Field(ui.word("ui.export.file"), path.field(), path, WIDTH);
    proposed = proposal();
    path.field().setText(proposed);
    bar.setVisible(false);
    bar.setName("export.progress");
    bar.setStringPainted(true);
    bar.getAccessibleContext().setAccessibleName(ui.word("ui.export.progress"));
    result.setName("export.result");
    result.setVisible(false);
    export = Buttons.of("export.start", ui.word("ui.export.start"), () -> onExport(false, false));
    anyway = Buttons.of("export.anyway", ui.word("ui.export.anyway"), () -> onExport(true, false));
    copy = Buttons.of("export.key", "copy", ui.word("ui.export.key"), () -> Clipboards.copy(key));
    close = Buttons.of("export.close", ui.word("ui.common.cancel"), this::onClose);
    anyway.setVisible(false);
    copy.setVisible(false);
    sheet.add(scopes).add(formats).add(says).add(file).add(bar).add(result);
    sheet
        .mainButton(export)
        .button(close)
        .button(anyway)
        .button(copy)
        .onClose(() -> running.close());
    onFormat(format);
  }

  void open() {
    sheet.open();
  }

  private String word(Scope one) {
    return one == Scope.CONVERSATION
        ? ui.word("ui.export.scope." + one, SafeText.quoted(String.valueOf(peer)))
        : ui.word("ui.export.scope." + one);
  }

  private void onFormat(ExportFormat now) {
    boolean untouched = path.field().getText().equals(proposed);
    format = now;
    says.setText(ui.word("ui.export.says." + now));
    proposed = proposal();
    if (untouched) {
      path.field().setText(proposed);
    }
    sheet.fit();
  }

  private String proposal() {
    String ending =
        switch (format) {
          case LOG -> ".parleylog";
          case HTML -> ".html";
          case CSV -> ".csv";
        };
    String name = owner.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return Path.of(
            System.getProperty("user.home", "."),
            "parley-" + name + "-" + LocalDate.now(ui.clock()) + ending)
        .toString();
  }

  private HistoryQuery query() {
    return switch (scope) {
      case EVERYTHING -> HistoryQuery.ALL;
      case SEARCH -> search == null ? HistoryQuery.ALL : search;
      case CONVERSATION -> new HistoryQuery(peer, null, null, null, null, null);
    };
  }

  private void onExport(boolean insist, boolean replace) {
    Path target;
    try {
      target = Path.of(path.field().getText().strip()).toAbsolutePath();
    } catch (InvalidPathException e) {
      file.setFault(ui.word("ui.export.file.bad"));
      return;
    }
    if (path.field().getText().isBlank()) {
      file.setFault(ui.word("ui.export.file.missing"));
      return;
    }
    file.setFault(null);
    busy(true);
    AtomicBoolean cancelled = new AtomicBoolean();
    Archive.ExportOrder order = new Archive.ExportOrder(format, query(), target, insist, replace);
    Subscription task =
        ui.background()
            .start(
                (Background.Work<Optional<Exported>, Told>)
                    progress -> archive.export(order, ui.words(), new Watched(progress, cancelled)),
                new Ended(target, insist));
    running =
        () -> {
          cancelled.set(true);
          task.close();
        };
  }

  private void busy(boolean busy) {
    bar.setVisible(busy);
    bar.setIndeterminate(busy);
    bar.setString(busy ? ui.word("ui.export.step." + ExportStep.VERIFYING) : "");
    export.setEnabled(!busy);
    anyway.setVisible(false);
    result.setVisible(false);
    copy.setVisible(false);
    close.setText(ui.word(busy ? "ui.export.stop" : "ui.common.cancel"));
    sheet.fit();
  }

  private void say(String sentence, String style) {
    result.putClientProperty("FlatLaf.styleClass", style);
    result.setText(sentence);
    result.setVisible(true);
    sheet.fit();
  }

  private void onClose() {
    if (export.isEnabled()) {
      sheet.close();
    } else {
      running.close();
    }
  }

  /** How far it has come, in which step. */
  private record Told(ExportStep step, long done, long total) {}

  /** Tells of each per mille of each step. */
  private static final class Watched implements ExportProgress {
    private final Consumer<Told> progress;
    private final AtomicBoolean cancelled;
    private PerMille inStep;

    Watched(Consumer<Told> progress, AtomicBoolean cancelled) {
      this.progress = progress;
      this.cancelled = cancelled;
      this.inStep = in(ExportStep.VERIFYING);
    }

    private PerMille in(ExportStep step) {
      return new PerMille((done, total) -> progress.accept(new Told(step, done, total)), cancelled);
    }

    @Override
    public void step(ExportStep next) {
      inStep = in(next);
      progress.accept(new Told(next, 0, 0));
    }

    @Override
    public void at(long done, long total) {
      inStep.at(done, total);
    }

    @Override
    public boolean cancelled() {
      return inStep.cancelled();
    }
  }

  /** What follows. */
  private final class Ended implements Background.Ending<Optional<Exported>, Told> {
    private final Path target;
    private final boolean insisted;

    Ended(Path target, boolean insisted) {
      this.target = target;
      this.insisted = insisted;
    }

    @Override
    public void progress(Told told) {
      bar.setString(ui.word("ui.export.step." + told.step()));
      bar.setIndeterminate(told.total() == 0);
      bar.setValue(PerMille.of(told.done(), told.total()));
    }

    @Override
    public void done(Optional<Exported> done) {
      busy(false);
      if (done.isEmpty()) {
        say(ui.word("ui.export.stopped"), "prose");
        return;
      }
      Exported exported = done.get();
      key = exported.key().toString();
      copy.setVisible(format == ExportFormat.LOG);
      close.setText(ui.word("ui.common.close"));
      String sentence =
          ui.word("ui.export.done", exported.rows(), SafeText.quoted(target.toString()));
      if (!exported.verified()) {
        sentence += " " + ui.word("ui.export.unverified");
      }
      if (format == ExportFormat.LOG) {
        sentence += "\n\n" + ui.word("ui.export.how", exported.key().fingerprint());
      }
      say(sentence, "prose");
    }

    @Override
    public void failed(Throwable why) {
      busy(false);
      if (why instanceof ArchiveException e) {
        if (e.problem() == Problem.FILE_EXISTS) {
          replace(e);
        } else {
          say(ArchiveWords.sentence(e, ui), "fault");
          anyway.setVisible(e.problem() == Problem.NOT_VERIFIED);
          sheet.fit();
        }
      } else {
        ArchiveWords.tell(sheet.component(), ui, why);
      }
    }

    private void replace(ArchiveException e) {
      if (Dialogs.ask(
          sheet.component(),
          ui,
          ui.word("ui.export.replace.title"),
          ui.word("ui.export.replace", SafeText.quoted(e.detail())),
          ui.word("ui.export.replace.yes"))) {
        onExport(insisted, true);
      }
    }

    @Override
    public void cancelled() {
      busy(false);
      say(ui.word("ui.export.stopped"), "prose");
    }
  }
}
