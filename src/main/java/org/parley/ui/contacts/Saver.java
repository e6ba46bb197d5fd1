package org.parley.ui.contacts;

import java.awt.Component;
import java.io.IOException;
import org.parley.directory.DirectoryChangedException;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.AddressBook;

/** Saves a change of the directory off the event thread, and says why where that fails. */
final class Saver {
  private final UiContext ui;
  private final AddressBook book;

  Saver(UiContext ui, AddressBook book) {
    this.ui = ui;
    this.book = book;
  }

  /** How it ended; on the event thread. */
  interface Ending {
    /** It is on disk. */
    void saved();

    /** It is not; gives whether the user has been told why. */
    default boolean failed(Throwable why) {
      return false;
    }

    /** It is not, and the user knows. */
    default void unsaved() {}
  }

  /** Something that writes the file. */
  @FunctionalInterface
  interface Write {
    /** Writes. */
    void run() throws Exception;
  }

  /** Saves. */
  void save(Component over, AddressBook.Change change, Ending ending) {
    write(over, () -> book.change(change), () -> book.changeKeepingOther(change), ending);
  }

  /** Seals the file, or makes it plain. */
  void seal(Component over, Write seal, Ending ending) {
    write(
        over,
        seal,
        () -> {
          book.changeKeepingOther(now -> now);
          seal.run();
        },
        ending);
  }

  /** Writes what is in use, and keeps what another program wrote beside. */
  void overwrite(Component over, Ending ending) {
    Write write = () -> book.changeKeepingOther(now -> now);
    write(over, write, write, ending);
  }

  private void write(Component over, Write first, Write keepingOther, Ending ending) {
    ui.background()
        .start(
            () -> {
              first.run();
              return true;
            },
            saved -> ending.saved(),
            why -> onFailed(over, keepingOther, ending, why));
  }

  private void onFailed(Component over, Write keepingOther, Ending ending, Throwable why) {
    if (why instanceof DirectoryChangedException && keepsOwn(over)) {
      ui.background()
          .start(
              () -> {
                keepingOther.run();
                return true;
              },
              saved -> ending.saved(),
              again -> onFailed(over, keepingOther, ending, again));
      return;
    }
    if (!(why instanceof DirectoryChangedException) && !ending.failed(why)) {
      tell(over, why);
    }
    ending.unsaved();
  }

  private boolean keepsOwn(Component over) {
    return Dialogs.ask(
        over,
        ui,
        ui.word("ui.contacts.changed.title"),
        ui.word("ui.contacts.changed.sentence", book.file().toString()),
        ui.word("ui.contacts.changed.mine"));
  }

  /** Says why nothing was written. */
  void tell(Component over, Throwable why) {
    if (why instanceof IOException) {
      Dialogs.tell(
          over,
          ui,
          ui.word("ui.contacts.unsaved.title"),
          ui.word("ui.contacts.unsaved.sentence", book.file().toString()));
    } else {
      Unexpected.tell(over, ui, why);
    }
  }
}
