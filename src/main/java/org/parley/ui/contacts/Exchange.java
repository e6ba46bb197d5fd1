package org.parley.ui.contacts;

import java.awt.Component;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryExport;
import org.parley.directory.ImportItem;
import org.parley.directory.ImportPlan;
import org.parley.directory.PassphraseNeededException;
import org.parley.directory.WrongSealException;
import org.parley.name.PeerName;
import org.parley.ui.common.PassphraseSheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.AddressBook;

/** Takes contacts from other files and gives them away to some. Used on the event thread. */
final class Exchange {
  private final UiContext ui;
  private final AddressBook book;
  private final Saver saver;
  private final SamePerson samePerson;

  /** What a file holds, and what of it is new; found off the event thread. */
  private record Found(Directory source, ImportPlan plan) {}

  private Found found(Path file, char @Nullable [] passphrase)
      throws IOException, DirectoryException {
    Directory source = book.read(file, passphrase);
    return new Found(source, ImportPlan.of(book.directory(), source));
  }

  Exchange(UiContext ui, AddressBook book, Saver saver, SamePerson samePerson) {
    this.ui = ui;
    this.book = book;
    this.saver = saver;
    this.samePerson = samePerson;
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
                    () -> found(file, null),
                    found -> {
                      view.close();
                      preview(over, found);
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
                        return found(file, typed);
                      } finally {
                        PassphraseSheet.wipe(typed);
                      }
                    },
                    found -> {
                      sheet.close();
                      view.close();
                      preview(over, found);
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

  private void preview(Component over, Found found) {
    Directory source = found.source();
    Set<DirectoryEntry> chosen = new ImportView(ui, over, found.plan().items()).open();
    if (chosen.isEmpty()) {
      source.close();
      return;
    }
    List<PeerName> fresh =
        found.plan().items().stream()
            .filter(item -> item.kind() == ImportItem.Kind.NEW && chosen.contains(item.entry()))
            .map(item -> item.entry().name())
            .filter(Objects::nonNull)
            .toList();
    samePerson.ask(
        over,
        fresh,
        new SamePerson.Answer() {
          @Override
          public void same() {
            take(over, source, chosen, () -> {});
          }

          @Override
          public void another(Runnable part) {
            take(over, source, chosen, part);
          }

          @Override
          public void none() {
            source.close();
          }
        });
  }

  private void take(
      Component over, Directory source, Set<DirectoryEntry> chosen, Runnable afterwards) {
    saver.save(
        over,
        // Made again: the directory may have changed while the preview was open.
        now -> ImportPlan.of(now, source).apply(item -> chosen.contains(item.entry())),
        new Saver.Ending() {
          @Override
          public void saved() {
            source.close();
            afterwards.run();
          }

          @Override
          public void unsaved() {
            source.close();
          }
        });
  }
}
