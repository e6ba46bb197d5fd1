package org.parley.ui.settings;

import java.awt.Component;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JButton;
import org.parley.ui.common.Background;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.Field;
import org.parley.ui.common.FormRules;
import org.parley.ui.common.PathInput;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.common.WorkPart;
import org.parley.ui.workplace.Safekeeping;

/** Copies the profile into one file: whereto, progress, and what came of it. */
final class BackupSheet {
  private static final int WIDTH = 480;

  private final UiContext ui;
  private final Safekeeping safekeeping;
  private final Sheet sheet;
  private final PathInput path;
  private final Field file;
  private final WorkPart part;
  private final JButton start;
  private final JButton close;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  BackupSheet(UiContext ui, Safekeeping safekeeping, String owner, Component over) {
    this.ui = ui;
    this.safekeeping = safekeeping;
    sheet = new Sheet(over, "backup", ui.word("ui.backup.title"));
    path = new PathInput("backup.file", false, ui);
    path.field().setText(proposal(owner));
    file = new Field(ui.word("ui.backup.file"), path.field(), path, WIDTH);
    start = Buttons.of("backup.start", ui.word("ui.backup.start"), () -> onStart(false));
    close = Buttons.of("backup.close", ui.word("ui.common.cancel"), this::onClose);
    sheet.add(Plain.prose(ui.word("ui.backup.says"), WIDTH)).add(file);
    part = new WorkPart(sheet, "backup", ui.word("ui.backup.progress"), WIDTH);
    sheet.mainButton(start).button(close).onClose(() -> cancelled.set(true));
  }

  void open() {
    sheet.open();
  }

  private String proposal(String owner) {
    String name = owner.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return Path.of(
            System.getProperty("user.home", "."),
            "parley-" + name + "-" + LocalDate.now(ui.clock()) + ".parleybackup")
        .toString();
  }

  private void onStart(boolean replace) {
    FormRules.Reading<Path> target = FormRules.path(path.field().getText(), ui);
    file.setFault(target.fault().orElse(null));
    sheet.fit();
    target.value().map(Path::toAbsolutePath).ifPresent(into -> run(into, replace));
  }

  private void run(Path target, boolean replace) {
    busy(true);
    WorkPart.start(
        ui,
        cancelled,
        progress -> Optional.ofNullable(safekeeping.backUp(target, replace, progress)),
        new Ended(target));
  }

  private void busy(boolean busy) {
    start.setEnabled(!busy);
    path.setEnabled(!busy);
    close.setText(ui.word(busy ? "ui.backup.stop" : "ui.common.close"));
    part.busy(busy);
  }

  // The copying notices at its next MiB; until then the sheet stays, so that its end is told.
  private void onClose() {
    if (start.isEnabled()) {
      sheet.close();
    } else {
      cancelled.set(true);
    }
  }

  /** What follows. */
  private final class Ended implements Background.Ending<Optional<Safekeeping.Copy>, Integer> {
    private final Path target;

    Ended(Path target) {
      this.target = target;
    }

    @Override
    public void progress(Integer step) {
      part.at(step);
    }

    @Override
    public void done(Optional<Safekeeping.Copy> copy) {
      busy(false);
      if (copy.isEmpty()) {
        part.say(ui.word("ui.backup.stopped"));
        return;
      }
      StringBuilder says =
          new StringBuilder(ui.word("ui.backup.done", SafeText.quoted(target.toString())));
      if (copy.get().plainDirectory()) {
        says.append("\n\n").append(ui.word("ui.backup.plain"));
      }
      if (!copy.get().leftOut().isEmpty()) {
        String names = SafeText.quoted(ui.listed(copy.get().leftOut()));
        says.append("\n\n").append(ui.word("ui.backup.left_out", names));
      }
      part.say(says.toString());
    }

    @Override
    public void failed(Throwable why) {
      busy(false);
      if (why instanceof FileAlreadyExistsException) {
        replace();
      } else if (why instanceof IOException) {
        part.fault(ui.word("ui.backup.failed", SafeText.quoted(String.valueOf(why.getMessage()))));
      } else {
        Unexpected.tell(sheet.component(), ui, why);
      }
    }

    private void replace() {
      if (Dialogs.ask(
          sheet.component(),
          ui,
          ui.word("ui.backup.replace.title"),
          ui.word("ui.backup.replace", SafeText.quoted(target.toString())),
          ui.word("ui.backup.replace.yes"))) {
        onStart(true);
      }
    }
  }
}
