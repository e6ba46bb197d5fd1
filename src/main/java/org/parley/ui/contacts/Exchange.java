package org.parley.ui.contacts;

import java.awt.Component;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Set;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryExport;
import org.parley.directory.ImportPlan;
import org.parley.directory.PassphraseNeededException;
import org.parley.directory.WrongSealException;
import org.parley.ui.common.PassphraseSheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.AddressBook;

/** Takes contacts from other files and gives them away to some. Used on the event thread. */
final class Exchange {
  private final UiContext ui;
  private final AddressBook book;
  private final Saver saver;

  Exchange(UiContext ui, AddressBook book, Saver saver) {
    this.ui = ui;
    this.book = book;
    this.saver = saver;
  }

  /** Asks where to, and writes the directory there. */
  void write(Component over) {
    ExportView view = new ExportView(ui, over);
    view.open(
        (file, withPasswords) -> {
          Directory directory = book.directory();
          ui.background()
              .start(
                  () -> {
                    DirectoryExport.write(directory, file, withPasswords);
                    return file;
                  },
                  done -> view.close(),
                  why -> onUnwritten(view, file, why));
        });
  }

  private void onUnwritten(ExportView view, Path file, Throwable why) {
    if (why instanceof FileAlreadyExistsException) {
      view.fault(ui.word("ui.contacts.export.exists"));
    } else if (why instanceof IOException) {
      view.fault(ui.word("ui.contacts.export.failed", file.toString()));
    } else {
      view.fault(null);
      Unexpected.tell(view.component(), ui, why);
    }
  }

  /** Asks which file, shows what it would bring, and takes what was chosen of that. */
  void read(Component over) {
    ImportFileView view = new ImportFileView(ui, over);
    view.open(
        file ->
            ui.background()
                .start(
                    () -> book.read(file, null),
                    source -> {
                      view.close();
                      preview(over, source);
                    },
                    why -> onUnread(over, view, file, why)));
  }

  /** The file has a passphrase of its own. */
  private void unseal(Component over, ImportFileView view, Path file) {
    PassphraseSheet sheet =
        new PassphraseSheet(
            ui,
            view.component(),
            ui.word("ui.contacts.import.passphrase.title"),
            ui.word("ui.contacts.import.passphrase.sentence", file.toString()));
    sheet.open(
        typed ->
            ui.background()
                .start(
                    () -> {
                      try {
                        return book.read(file, typed);
                      } finally {
                        PassphraseSheet.wipe(typed);
                      }
                    },
                    source -> {
                      sheet.close();
                      view.close();
                      preview(over, source);
                    },
                    why -> {
                      if (why instanceof WrongSealException) {
                        sheet.fault(ui.word("ui.passphrase.wrong"));
                      } else {
                        sheet.close();
                        onUnread(over, view, file, why);
                      }
                    }));
  }

  private void onUnread(Component over, ImportFileView view, Path file, Throwable why) {
    if (why instanceof PassphraseNeededException) {
      unseal(over, view, file);
    } else if (why instanceof DirectoryException e) {
      view.fault(ProblemWords.file(e, ui));
    } else if (why instanceof IOException) {
      view.fault(ui.word("ui.contacts.import.unread", file.toString()));
    } else {
      view.fault(null);
      Unexpected.tell(view.component(), ui, why);
    }
  }

  private void preview(Component over, Directory source) {
    ImportPlan plan = ImportPlan.of(book.directory(), source);
    Set<DirectoryEntry> chosen = new ImportView(ui, over, plan.items()).open();
    if (chosen.isEmpty()) {
      source.close();
      return;
    }
    saver.save(
        over,
        // Made again: the directory may have changed while the preview was open.
        now -> ImportPlan.of(now, source).apply(item -> chosen.contains(item.entry())),
        new Saver.Ending() {
          @Override
          public void saved() {
            source.close();
          }

          @Override
          public void unsaved() {
            source.close();
          }
        });
  }
}
