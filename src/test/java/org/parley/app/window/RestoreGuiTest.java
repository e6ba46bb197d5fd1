package org.parley.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.files.FolderLock;
import org.parley.journal.Progress;
import org.parley.ui.Desktop;
import org.parley.ui.WindowTest;
import org.parley.words.Words;

/** Moving to a new machine: a real backup of a real conversation becomes a profile there. */
class RestoreGuiTest extends WindowTest {
  @TempDir Path home;
  private final Workplaces workplaces = new Workplaces();

  @AfterEach
  void closeAll() {
    workplaces.close();
  }

  /** Alice's backup, of a conversation with Bob, and with a file beside that is not in it. */
  private Path backup() throws Exception {
    Path file = home.resolve("alice.parleybackup");
    try (RealPair pair = RealPair.open()) {
      RealPair.say(pair.alice(), "bob", "do you keep this?");
      RealPair.say(pair.bob(), "alice", "for ever");
      Files.writeString(pair.folder().resolve("alice").resolve("notes.txt"), "beside");
      assertThat(pair.alice().safekeeping().backUp(file, false, Progress.NONE)).isNotNull();
    }
    return file;
  }

  private FrameFixture firstStart() {
    Opening commandLine =
        new Opening(
            DataFolder.at(home.resolve("new")),
            null,
            null,
            null,
            home,
            home.resolve("state"),
            Distrust.REFUSE);
    new Desktop(Words.in(Locale.ENGLISH), () -> {})
        .start(new FolderOpener(commandLine, null, workplaces));
    return frame("unlock");
  }

  private static void restore(DialogFixture sheet, Path file, Path folder) {
    sheet.textBox("restore.file").setText(file.toString());
    sheet.textBox("restore.folder").setText(folder.toString());
    sheet.button("restore.start").click();
  }

  private static void says(DialogFixture sheet, String where, String part) {
    eventually(part, () -> sheet.textBox("restore." + where).text().contains(part));
  }

  @Test
  void a_backup_is_restored_at_the_first_start_and_its_messages_are_there() throws Exception {
    Path file = backup();
    FrameFixture start = firstStart();
    pictures(start.target(), "first-start-restore");
    start.button("first.restore").click();
    DialogFixture sheet = dialog("restore");
    assertThat(sheet.textBox("restore.folder").text()).isEqualTo(home.resolve("new").toString());

    refusals(sheet, file);

    restore(sheet, file, home.resolve("new"));
    says(sheet, "result", "Unlock it with the startup password");
    assertThat(sheet.textBox("restore.result").text())
        .contains("alice", "notes.txt")
        .doesNotContain("no directory file");
    pictures(sheet.target(), "restore-done");
    sheet.button("restore.start").click();

    FrameFixture unlock = frame("unlock");
    eventually("turned", () -> unlock.textBox("unlock.password").target().isShowing());
    pictures(unlock.target(), "restored-unlock");
    unlock.button("unlock.more").click();
    eventually("more", () -> unlock.textBox("unlock.port").target().isShowing());
    String port = Integer.toString(freePort());
    GuiActionRunner.execute(
        () -> {
          // Cacio, without a window manager, leaves the focus in the dialog that has closed.
          unlock.textBox("unlock.password").target().setText(RealPair.STARTUP_PASSWORD);
          unlock.textBox("unlock.port").target().setText(port);
          // The window may still be growing under a robot's mouse.
          unlock.button("unlock.open").target().doClick();
        });
    FrameFixture main = frame("main");
    eventually("asked", () -> shows(main, "do you keep this?"));
    eventually("answered", () -> shows(main, "for ever"));
  }

  private void refusals(DialogFixture sheet, Path file) throws Exception {
    Path fresh = home.resolve("fresh");
    sheet.button("restore.start").click();
    says(sheet, "file.message", "path");

    restore(sheet, home.resolve("nowhere"), fresh);
    says(sheet, "file.message", "cannot be read");

    Path other = Files.writeString(home.resolve("other"), "something else altogether");
    restore(sheet, other, fresh);
    says(sheet, "file.message", "no backup that Parley made");
    pictures(sheet.target(), "restore-refused");

    byte[] whole = Files.readAllBytes(file);
    Path cut = Files.write(home.resolve("cut"), Arrays.copyOf(whole, whole.length - 100));
    restore(sheet, cut, fresh);
    says(sheet, "file.message", "damaged or cut off");

    Path full = Files.createDirectory(home.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "mine");
    restore(sheet, file, full);
    says(sheet, "folder.message", "mine.txt");

    Path held = Files.createDirectory(home.resolve("held"));
    try (FolderLock lock = FolderLock.take(held)) {
      restore(sheet, file, held);
      says(sheet, "folder.message", "Another Parley has this folder");
    }
    assertThat(fresh).doesNotExist();
    assertThat(full.toFile().list()).containsExactly("mine.txt");
  }

  private static int freePort() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private boolean shows(FrameFixture main, String text) {
    return !robot
        .finder()
        .findAll(
            main.target(),
            new GenericTypeMatcher<>(JTextComponent.class, true) {
              @Override
              protected boolean isMatching(JTextComponent one) {
                return one.getText().contains(text);
              }
            })
        .isEmpty();
  }
}
