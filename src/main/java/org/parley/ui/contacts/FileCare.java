package org.parley.ui.contacts;

import java.awt.Component;
import org.parley.directory.DirectoryFile;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.PassphraseSheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.AddressBook;

/**
 * How the directory file is kept: sealed or plain, and what is done where another program left one
 * that cannot be read. Used on the event thread.
 */
final class FileCare {
  private final UiContext ui;
  private final AddressBook book;
  private final Saver saver;
  private final ContactsModel model;

  FileCare(UiContext ui, AddressBook book, Saver saver, ContactsModel model) {
    this.ui = ui;
    this.book = book;
    this.saver = saver;
    this.model = model;
  }

  /** Seals the file, or makes it plain, once the user knows what that means. */
  void seal(Component over, DirectoryFile.Kind kind) {
    if (kind == DirectoryFile.Kind.PLAIN || kind == DirectoryFile.Kind.MISSING) {
      new SealView(ui, over).open(() -> seal(over, true), typed -> seal(over, typed));
    } else if (Dialogs.ask(
        over,
        ui,
        ui.word("ui.contacts.unseal.title"),
        ui.word("ui.contacts.unseal.sentence"),
        ui.word("ui.contacts.unseal"))) {
      seal(over, false);
    }
  }

  private void seal(Component over, boolean sealed) {
    saver.seal(over, () -> book.seal(sealed), this::shown);
  }

  private void seal(Component over, char[] passphrase) {
    saver.seal(
        over,
        () -> book.seal(passphrase),
        new Saver.Ending() {
          @Override
          public void saved() {
            PassphraseSheet.wipe(passphrase);
            shown();
          }

          @Override
          public void unsaved() {
            PassphraseSheet.wipe(passphrase);
          }
        });
  }

  private void shown() {
    model.kind.set(book.kind());
  }

  /** The file on the disk has a passphrase of its own now: asks for it. */
  void openSealed(Component over) {
    PassphraseSheet sheet =
        new PassphraseSheet(
            ui,
            over,
            ui.word("ui.contacts.disk.open.title"),
            ui.word("ui.contacts.disk.open.sentence"));
    sheet.open(
        typed ->
            ui.background()
                .start(
                    () -> {
                      try {
                        book.readAgain(typed);
                      } finally {
                        PassphraseSheet.wipe(typed);
                      }
                      return book.onDisk().trouble() == null;
                    },
                    opened -> {
                      if (opened) {
                        sheet.close();
                      } else {
                        sheet.fault(ui.word("ui.passphrase.wrong"));
                      }
                    },
                    why -> Unexpected.tell(sheet.component(), ui, why)));
  }

  /** Writes what is in use over a file that cannot be read, which is kept beside. */
  void keepMine(Component over) {
    saver.overwrite(over, () -> model.notice.set(ui.word("ui.contacts.disk.kept")));
  }
}
