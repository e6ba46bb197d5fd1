package org.parley.ui.unlock;

import java.awt.Component;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.swing.JButton;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Background;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.FormRules;
import org.parley.ui.common.PathInput;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.common.WorkPart;

/** Makes a profile of a backup: which file, which folder, progress, and what came of it. */
final class RestoreSheet {
  private static final int WIDTH = 480;

  private final UiContext ui;
  private final ProfileOpener opener;
  private final Consumer<Path> restored;
  private final Sheet sheet;
  private final PathInput backup;
  private final PathInput folder;
  private final Field backupField;
  private final Field folderField;
  private final WorkPart part;
  private final JButton start;
  private final JButton close;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private Optional<Path> made = Optional.empty();

  /**
   * A sheet over the unlock dialog.
   *
   * @param proposed a folder that may be new
   * @param restored told, once the sheet has closed, which folder holds a profile now
   */
  RestoreSheet(
      UiContext ui, ProfileOpener opener, Component over, Path proposed, Consumer<Path> restored) {
    this.ui = ui;
    this.opener = opener;
    this.restored = restored;
    sheet = new Sheet(over, "restore", ui.word("ui.restore.title"));
    backup = new PathInput("restore.file", false, ui);
    folder = new PathInput("restore.folder", true, ui);
    folder.field().setText(proposed.toString());
    backupField = new Field(ui.word("ui.restore.file"), backup.field(), backup, WIDTH);
    folderField = new Field(ui.word("ui.restore.folder"), folder.field(), folder, WIDTH);
    folderField.setHint(ui.word("ui.restore.folder.hint"));
    start = Buttons.of("restore.start", ui.word("ui.restore.start"), this::onStart);
    close = Buttons.of("restore.close", ui.word("ui.common.cancel"), this::onClose);
    sheet.add(Plain.prose(ui.word("ui.restore.says"), WIDTH)).add(backupField).add(folderField);
    part = new WorkPart(sheet, "restore", ui.word("ui.restore.progress"), WIDTH);
    sheet.mainButton(start).button(close).onClose(this::closed);
  }

  void open() {
    sheet.open();
  }

  private void closed() {
    cancelled.set(true);
    made.ifPresent(restored);
  }

  private void onStart() {
    if (made.isPresent()) {
      sheet.close();
      return;
    }
    FormRules.Reading<Path> file = FormRules.path(backup.field().getText(), ui);
    FormRules.Reading<Path> into = FormRules.path(folder.field().getText(), ui);
    backupField.setFault(file.fault().orElse(null));
    folderField.setFault(into.fault().orElse(null));
    sheet.fit();
    if (file.value().isPresent() && into.value().isPresent()) {
      run(file.value().get(), into.value().get());
    }
  }

  private void run(Path file, Path into) {
    busy(true);
    WorkPart.start(
        ui,
        cancelled,
        progress -> Optional.ofNullable(opener.restore(file, into, progress)),
        new Ended(into));
  }

  private void busy(boolean busy) {
    start.setEnabled(!busy);
    backup.setEnabled(!busy);
    folder.setEnabled(!busy);
    close.setText(ui.word(busy ? "ui.restore.stop" : "ui.common.close"));
    part.busy(busy);
  }

  // What runs notices at its next MiB; until then the sheet stays, so that its end is told.
  private void onClose() {
    if (start.isEnabled()) {
      sheet.close();
    } else {
      cancelled.set(true);
    }
  }

  private String says(Restored profile, Path into) {
    Times times = new Times(ui);
    String name = profile.name() == null ? "?" : SafeText.quoted(profile.name());
    String when = ui.word("ui.time.on", times.day(profile.made()), times.clock(profile.made()));
    StringBuilder text = new StringBuilder();
    text.append(ui.word("ui.restore.done", name, when, SafeText.quoted(into.toString())));
    text.append("\n\n").append(ui.word("ui.restore.later"));
    if (!profile.withDirectory()) {
      text.append("\n\n").append(ui.word("ui.restore.noDirectory"));
    }
    if (!profile.withAnchor()) {
      text.append("\n\n").append(ui.word("ui.restore.noAnchor"));
    }
    if (!profile.leftOut().isEmpty()) {
      String names = SafeText.quoted(ui.listed(profile.leftOut()));
      text.append("\n\n").append(ui.word("ui.restore.leftOut", names));
    }
    return text.toString();
  }

  /** What follows. */
  private final class Ended implements Background.Ending<Optional<Restored>, Integer> {
    private final Path into;

    Ended(Path into) {
      this.into = into;
    }

    @Override
    public void progress(Integer perMille) {
      part.at(perMille);
    }

    @Override
    public void done(Optional<Restored> profile) {
      busy(false);
      if (profile.isEmpty()) {
        part.say(ui.word("ui.restore.stopped"));
        return;
      }
      made = Optional.of(into);
      backup.setEnabled(false);
      folder.setEnabled(false);
      start.setText(ui.word("ui.restore.unlock"));
      part.say(says(profile.get(), into));
    }

    @Override
    public void failed(Throwable why) {
      busy(false);
      if (why instanceof RestoringException e) {
        say(e);
      } else {
        Unexpected.tell(sheet.component(), ui, why);
      }
    }

    private void say(RestoringException e) {
      String sentence = sentence(e.problem(), e.detail());
      switch (e.problem()) {
        case NO_BACKUP, DAMAGED, NEWER, FILE_UNREADABLE -> backupField.setFault(sentence);
        case NOT_EMPTY, FOLDER_HELD -> folderField.setFault(sentence);
        case DISK -> part.fault(sentence);
      }
      sheet.fit();
    }

    private String sentence(RestoringException.Problem problem, @Nullable String detail) {
      return ui.word(
          "ui.restore.problem." + problem, detail == null ? "" : SafeText.quoted(detail));
    }
  }
}
