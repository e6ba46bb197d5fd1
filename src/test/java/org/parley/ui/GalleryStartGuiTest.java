package org.parley.ui;

import java.nio.file.Path;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.settings.Language;
import org.parley.ui.unlock.FakeOpener;
import org.parley.ui.unlock.OpeningException;
import org.parley.ui.unlock.OpeningException.Problem;
import org.parley.ui.unlock.UnlockController;

/** What stands before the main window. */
class GalleryStartGuiTest extends Gallery {
  private static final String FOLDER =
      "/home/alice/a folder/of a rather long name/within another/db";
  private static final String NAME =
      "Bartholomäus Maximilian von Hohenstaufen-Wittelsbach zu Köln und";

  private final FakeOpener opener = new FakeOpener();

  private void begin(Language language, boolean locked) {
    in(language);
    GuiActionRunner.execute(
        () -> {
          UnlockController controller =
              new UnlockController(ui.in(language), opener, workplace -> {}, () -> {});
          if (locked) {
            controller.startLocked(Path.of(FOLDER).toAbsolutePath());
          } else {
            controller.start(opener.known());
          }
        });
    window = frame("unlock");
  }

  private void unlockWith(String password) {
    window.textBox("unlock.password").setText(password);
    window.button("unlock.open").click();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void of_somebody_who_was_here(Language language) {
    opener.profiles.add(FakeOpener.profile(FOLDER, true, NAME));
    opener.profiles.add(FakeOpener.profile("/tmp/alice", true, "alice"));
    opener.problems.add(new OpeningException(Problem.PORT_IN_USE, "5000", null));
    opener.problems.add(new OpeningException(Problem.DIRECTORY_SEALED, FOLDER, null));
    begin(language, false);
    picture(window.target(), "unlock");
    unlockWith("right");
    eventually("port", () -> !window.textBox("unlock.port.message").text().isEmpty());
    picture(window.target(), "unlock-port");
    unlockWith("right");
    DialogFixture ask = shown("passphrase", "unlock-passphrase");
    ask.button("passphrase.cancel").click();
    window.button("unlock.forgotten").click();
    DialogFixture forgotten = shown("ask", "unlock-forgotten");
    forgotten.button("no").click();
    unlockWith("wrong");
    eventually("wrong", () -> !window.textBox("unlock.password.message").text().isEmpty());
    picture(window.target(), "unlock-wrong");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void of_somebody_new(Language language) {
    opener.profiles.add(FakeOpener.profile(FOLDER, false, null));
    begin(language, false);
    picture(window.target(), "first-start");
    window.textBox("first.name").setText(" alice");
    window.textBox("first.password").setText("one");
    window.textBox("first.repeat").setText("two");
    window.button("first.create").click();
    eventually("marked", () -> !window.textBox("first.repeat.message").text().isEmpty());
    picture(window.target(), "first-start-wrong");
    window.button("first.restore").click();
    DialogFixture restore = shown("restore", "restore");
    restore.button("restore.start").click();
    picture(restore.target(), "restore-wrong");
    restore.button("restore.close").click();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void of_somebody_who_locked(Language language) {
    opener.profiles.add(FakeOpener.profile(FOLDER, true, "alice"));
    begin(language, true);
    picture(window.target(), "locked");
  }
}
