package org.parley.ui.history;

import java.awt.Component;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Progress;
import org.parley.journal.export.ExportFinding;
import org.parley.journal.export.ExportKind;
import org.parley.journal.export.ExportVerdict;
import org.parley.journal.export.VerifiedExport;
import org.parley.journal.export.VerifierKey;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.PathInput;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Archive;
import org.parley.ui.workplace.ArchiveException;
import org.parley.ui.workplace.ArchiveWords;

/** Checks a log that somebody exported, and says what came of it; no row is shown before. */
final class CheckSheet {
  private static final int WIDTH = 480;

  private final UiContext ui;
  private final Archive archive;
  private final Sheet sheet;
  private final PathInput path;
  private final Field file;
  private final JTextField key = new JTextField();
  private final Field keyField;
  private final JProgressBar bar = new JProgressBar();
  private final JTextArea result = Plain.prose("", WIDTH);
  private final JButton check;
  private Subscription running = () -> {};

  CheckSheet(UiContext ui, Archive archive, Component over) {
    this.ui = ui;
    this.archive = archive;
    sheet = new Sheet(over, "checkExport", ui.word("ui.checkExport.title"));
    path = new PathInput("checkExport.file", false, ui);
    file = new Field(ui.word("ui.checkExport.file"), path.field(), path, WIDTH);
    key.setName("checkExport.key");
    keyField = new Field(ui.word("ui.checkExport.key"), key, WIDTH);
    keyField.setHint(ui.word("ui.checkExport.key.hint"));
    bar.setIndeterminate(true);
    bar.setVisible(false);
    bar.getAccessibleContext().setAccessibleName(ui.word("ui.checkExport.runs"));
    result.setName("checkExport.result");
    result.setVisible(false);
    check = Buttons.of("checkExport.start", ui.word("ui.checkExport.start"), this::onCheck);
    sheet.add(Plain.prose(ui.word("ui.checkExport.sentence"), WIDTH));
    sheet.add(file).add(keyField).add(bar).add(result);
    sheet
        .mainButton(check)
        .button(Buttons.of("checkExport.close", ui.word("ui.common.close"), sheet::close))
        .onClose(() -> running.close());
  }

  void open() {
    sheet.open();
  }

  private void onCheck() {
    String typed = key.getText().strip();
    @Nullable VerifierKey trusted = typed.isEmpty() ? null : VerifierKey.parse(typed);
    keyField.setFault(
        typed.isEmpty() || trusted != null ? null : ui.word("ui.checkExport.key.bad"));
    file.setFault(path.field().getText().isBlank() ? ui.word("ui.checkExport.file.missing") : null);
    if (path.field().getText().isBlank() || (!typed.isEmpty() && trusted == null)) {
      sheet.fit();
      return;
    }
    Path chosen;
    try {
      chosen = Path.of(path.field().getText().strip());
    } catch (InvalidPathException e) {
      file.setFault(ui.word("ui.export.file.bad"));
      return;
    }
    AtomicBoolean cancelled = new AtomicBoolean();
    busy(true);
    Subscription task =
        ui.background()
            .start(
                () -> archive.check(chosen, trusted, new Stop(cancelled)),
                verdict -> {
                  busy(false);
                  verdict.ifPresent(v -> show(v, trusted));
                },
                this::failed);
    running =
        () -> {
          cancelled.set(true);
          task.close();
        };
  }

  private void busy(boolean busy) {
    check.setEnabled(!busy);
    bar.setVisible(busy);
    result.setVisible(false);
    sheet.fit();
  }

  private void failed(Throwable why) {
    busy(false);
    if (why instanceof ArchiveException e) {
      say(ArchiveWords.sentence(e, ui), "fault");
    } else {
      ArchiveWords.tell(sheet.component(), ui, why);
    }
  }

  private void say(String sentence, String style) {
    result.putClientProperty("FlatLaf.styleClass", style);
    result.setText(sentence);
    result.setVisible(true);
    sheet.fit();
  }

  private void show(ExportVerdict verdict, @Nullable VerifierKey trusted) {
    VerifiedExport export = verdict.export();
    if (export == null) {
      say(
          verdict.findings().stream()
              .findFirst()
              .map(this::bad)
              .orElseGet(() -> ui.word("ui.checkExport.bad")),
          "fault");
    } else {
      say(good(export, Optional.ofNullable(trusted)), "prose");
    }
  }

  private String bad(ExportFinding finding) {
    String where = finding.line() == 0 ? "" : ui.word("ui.checkExport.line", finding.line());
    return ui.word("ui.checkExport.fault." + finding.fault())
        + "\n\n"
        + ui.word("ui.checkExport.detail", ui.word(finding.detail().key()))
        + where;
  }

  private String good(VerifiedExport export, Optional<VerifierKey> trusted) {
    Times times = new Times(ui);
    String owner = SafeText.quoted(export.owner().toString());
    StringBuilder text =
        new StringBuilder(
            export.kind() == ExportKind.WHOLE
                ? ui.word("ui.checkExport.whole", export.rows(), owner)
                : ui.word("ui.checkExport.part", export.rows(), export.size(), owner));
    text.append('\n')
        .append(
            ui.word(
                "ui.checkExport.exported",
                ui.word(
                    "ui.time.on", times.day(export.exported()), times.clock(export.exported()))));
    if (export.withheld() > 0) {
      text.append('\n')
          .append(ui.word("ui.checkExport.withheld", export.withheld(), export.removed()));
    }
    if (!export.verified()) {
      text.append("\n\n").append(ui.word("ui.checkExport.unverified"));
    }
    text.append("\n\n").append(ui.word("ui.checkExport.proves", owner));
    text.append("\n\n")
        .append(
            ui.word(
                trusted.isPresent() ? "ui.checkExport.trusted" : "ui.checkExport.compare",
                owner,
                export.key().fingerprint()));
    return text.toString();
  }

  /** Nobody watches; closing the sheet ends it. */
  private record Stop(AtomicBoolean flag) implements Progress {
    @Override
    public void at(long done, long total) {
      // the bar only says that it goes on
    }

    @Override
    public boolean cancelled() {
      return flag.get();
    }
  }
}
