package org.parley.ui.contacts;

import java.nio.file.NoSuchFileException;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryDamagedException;
import org.parley.directory.DirectoryNewerException;
import org.parley.directory.PassphraseNeededException;
import org.parley.directory.WrongSealException;
import org.parley.ui.common.UiContext;

/** What another program did to the directory file, as sentences. */
final class DiskWords {
  private DiskWords() {}

  /** Why the file cannot be read, and what that means. */
  static ContactsModel.Trouble of(Exception why, UiContext ui, String file) {
    return new ContactsModel.Trouble(
        ui.word("ui.contacts.disk.trouble", reason(why, ui, file)),
        why instanceof PassphraseNeededException);
  }

  private static String reason(Exception why, UiContext ui, String file) {
    if (why instanceof DirectoryDamagedException damaged) {
      if (damaged.line() == 0) {
        return ui.word("ui.contacts.disk.damaged", file);
      }
      return damaged.entry() == 0
          ? ui.word("ui.contacts.disk.at", damaged.line(), damaged.column())
          : ui.word("ui.contacts.disk.at.entry", damaged.line(), damaged.column(), damaged.entry());
    }
    if (why instanceof PassphraseNeededException) {
      return ui.word("ui.contacts.disk.passphrase", file);
    }
    if (why instanceof WrongSealException) {
      return ui.word("ui.contacts.disk.seal", file);
    }
    if (why instanceof DirectoryNewerException) {
      return ui.word("ui.contacts.disk.newer", file);
    }
    return why instanceof NoSuchFileException
        ? ui.word("ui.contacts.disk.gone", file)
        : ui.word("ui.contacts.disk.unread", file);
  }

  /** The file was read again; how many of its entries cannot be used. */
  static String readAgain(Directory directory, UiContext ui) {
    long unusable = directory.entries().stream().filter(e -> e.contact() == null).count();
    return unusable == 0
        ? ui.word("ui.contacts.disk.read")
        : ui.word("ui.contacts.disk.read.unusable", unusable);
  }
}
