package org.parley.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicComponentFinder;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.backup.Restore;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.journal.Progress;
import org.parley.ui.Desktop;
import org.parley.ui.WindowTest;
import org.parley.words.Words;

/**
 * From the first start to the lock screen and back, over a real folder, vault, journal and port.
 */
class LockGuiTest extends WindowTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir Path home;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Workplaces workplaces = new Workplaces();
  private int port;
  private FrameFixture window;

  @BeforeEach
  void firstStart() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Opening commandLine =
        new Opening(
            DataFolder.at(home.resolve("alice")),
            null,
            null,
            null,
            home,
            home.resolve("state"),
            Distrust.REFUSE);
    new Desktop(Words.in(Locale.ENGLISH), over::countDown)
        .start(new FolderOpener(commandLine, null, workplaces));
    FrameFixture first = frame("unlock");
    first.textBox("first.name").setText("alice");
    first.textBox("first.port").setText(Integer.toString(port));
    first.textBox("first.password").setText(PASSWORD);
    first.textBox("first.repeat").setText(PASSWORD);
    first.button("first.create").click();
    window = main();
  }

  @AfterEach
  void closeAll() {
    workplaces.close();
  }

  private FrameFixture main() {
    return frame("main");
  }

  private FrameFixture locked() {
    return frame("unlock");
  }

  private boolean listens() {
    try (ServerSocket taken = new ServerSocket(port)) {
      return false;
    } catch (java.io.IOException e) {
      return true;
    }
  }

  private void unlock(FrameFixture screen) {
    screen.textBox("unlock.password").setText(PASSWORD);
    screen.button("unlock.open").click();
    window = main();
  }

  @Test
  void locking_stops_listening_says_so_and_comes_back_where_it_was() {
    window.tabbedPane("tabs").selectTab(1);
    GuiActionRunner.execute(() -> ((JFrame) window.target()).setBounds(30, 40, 900, 600));
    assertThat(listens()).isTrue();
    window.tabbedPane("tabs").focus();
    robot.pressAndReleaseKey(KeyEvent.VK_L, InputEvent.CTRL_MASK);

    FrameFixture screen = locked();
    assertThat(listens()).isFalse();
    assertThat(texts(screen.target())).anyMatch(t -> t.contains("wait at their senders"));
    pictures(screen.target(), "locked");

    screen.textBox("unlock.password").setText("wrong");
    screen.button("unlock.open").click();
    eventually(
        "refused",
        () -> screen.textBox("unlock.password.message").text().contains("does not open the vault"));
    eventually("may try again", () -> screen.button("unlock.open").target().isEnabled());
    unlock(screen);

    assertThat(listens()).isTrue();
    eventually("tab", () -> window.tabbedPane("tabs").target().getSelectedIndex() == 1);
    eventually("size", () -> window.target().getSize().equals(new Dimension(900, 600)));
  }

  @Test
  void nothing_that_was_typed_or_shown_stays_in_a_locked_window() {
    window.textBox("filter").setText("secret");
    Window before = window.target();
    window.button("lock").click();
    FrameFixture screen = locked();
    eventually("closed", () -> !before.isDisplayable());
    eventually("emptied", () -> texts(before).stream().allMatch(String::isEmpty));
    unlock(screen);
  }

  private static List<String> texts(Window window) {
    return GuiActionRunner.execute(
        () -> {
          List<String> found = new ArrayList<>();
          BasicComponentFinder.finderWithCurrentAwtHierarchy()
              .findAll(window, c -> c instanceof JTextComponent)
              .forEach(c -> found.add(((JTextComponent) c).getText()));
          return found;
        });
  }

  @Test
  void a_new_name_holds_after_the_lock_that_it_asks_for() throws Exception {
    DialogFixture settings = settings("You");
    settings.textBox("settings.name").setText("alicia");
    settings.button("settings.name.change").click();
    DialogFixture ask = dialog("ask");
    assertThat(ask.textBox("sentence").text()).contains("alicia").contains("history stays");
    pictures(ask.target(), "settings-name");
    ask.button("yes").click();
    unlock(locked());
    eventually("named", () -> window.target().getTitle().equals("alicia - Parley"));
    assertThat(Files.readString(home.resolve("alice").resolve("settings.json"))).contains("alicia");
  }

  private DialogFixture settings(String page) {
    window.button("settings").click();
    DialogFixture settings = dialog("settings");
    GuiActionRunner.execute(
        () -> settings.list("settings.pages").target().setSelectedValue(page, true));
    robot.waitForIdle();
    return settings;
  }

  @Test
  void the_port_moves_at_once_and_a_taken_one_is_refused() throws Exception {
    DialogFixture settings = settings("Reaching you");
    try (ServerSocket taken = new ServerSocket(0)) {
      settings.textBox("settings.port").setText(Integer.toString(taken.getLocalPort()));
      settings.button("settings.port.use").click();
      eventually(
          "refused",
          () ->
              settings
                  .textBox("settings.port.message")
                  .text()
                  .equals(
                      "Another program listens on port "
                          + taken.getLocalPort()
                          + ". Parley stays on port "
                          + port
                          + "."));
      pictures(settings.target(), "settings-port-taken");
    }
    assertThat(listens()).isTrue();
    int old = port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    settings.textBox("settings.port").setText(Integer.toString(port));
    settings.button("settings.port.use").click();
    eventually(
        "moved",
        () ->
            settings
                .textBox("settings.port.message")
                .text()
                .startsWith("Listening on port " + port));
    assertThat(listens()).isTrue();
    settings.radioButton("listen.LOOPBACK").click();
    eventually("status", () -> window.label("status.place").text().startsWith("127.0.0.1"));
    assertThat(listens()).isTrue();
    settings.button("settings.close").click();
    port = old;
    assertThat(listens()).isFalse();
    assertThat(Files.readString(home.resolve("alice").resolve("settings.json")))
        .contains("loopback")
        .doesNotContain(Integer.toString(old));
  }

  @Test
  void the_startup_password_changes_and_only_the_new_one_unlocks() {
    DialogFixture settings = settings("You");
    settings.button("settings.password").click();
    DialogFixture dialog = dialog("password");
    dialog.textBox("password.old").setText("wrong");
    dialog.textBox("password.new").setText("another one entirely");
    dialog.textBox("password.repeat").setText("another one");
    dialog.button("password.change").click();
    eventually(
        "differ",
        () -> dialog.textBox("password.repeat.message").text().contains("not what you typed"));
    dialog.textBox("password.repeat").setText("another one entirely");
    dialog.button("password.change").click();
    eventually(
        "wrong",
        () -> dialog.textBox("password.old.message").text().contains("not the startup password"));
    pictures(dialog.target(), "settings-password-wrong");
    dialog.textBox("password.old").setText(PASSWORD);
    dialog.button("password.change").click();
    DialogFixture told = dialog("tell");
    assertThat(told.textBox("sentence").text()).contains("still opens with the old password");
    told.button("ok").click();
    settings.button("settings.close").click();
    window.button("lock").click();
    FrameFixture screen = locked();
    screen.textBox("unlock.password").setText(PASSWORD);
    screen.button("unlock.open").click();
    eventually(
        "refused",
        () -> screen.textBox("unlock.password.message").text().contains("does not open the vault"));
    eventually("may try again", () -> screen.button("unlock.open").target().isEnabled());
    screen.textBox("unlock.password").setText("another one entirely");
    screen.button("unlock.open").click();
    assertThat(main().target().isShowing()).isTrue();
  }

  @Test
  void quitting_says_what_it_means_and_ends_the_program() throws Exception {
    window.close();
    DialogFixture ask = dialog("ask");
    assertThat(ask.textBox("sentence").text()).contains("Nobody can reach you");
    ask.button("yes").click();
    assertThat(over.await(40, TimeUnit.SECONDS)).isTrue();
    assertThat(listens()).isFalse();
  }

  @Test
  void a_backup_of_the_open_profile_is_made_never_over_a_file_unasked() throws Exception {
    DialogFixture settings = settings("Data");
    settings.button("settings.backup").click();
    DialogFixture backup = dialog("backup");
    Path file = home.resolve("copy.parleybackup");

    backup.textBox("backup.file").setText("");
    backup.button("backup.start").click();
    assertThat(backup.textBox("backup.file.message").text()).isEqualTo("A path is needed.");

    backup.textBox("backup.file").setText(home.resolve("nowhere").resolve("copy").toString());
    backup.button("backup.start").click();
    eventually(
        "no such folder",
        () -> backup.textBox("backup.result").text().startsWith("There is no backup"));
    assertThat(backup.textBox("backup.result").text()).contains("not there: ");

    backup.textBox("backup.file").setText(file.toString());
    backup.button("backup.start").click();
    eventually("made", () -> backup.textBox("backup.result").text().startsWith("The backup is in"));
    assertThat(backup.textBox("backup.result").text()).contains("startup password of today");
    pictures(backup.target(), "backup");
    byte[] first = Files.readAllBytes(file);

    backup.button("backup.start").click();
    DialogFixture ask = dialog("ask");
    ask.button("no").click();
    assertThat(Files.readAllBytes(file)).isEqualTo(first);

    backup.button("backup.close").click();
    settings.button("settings.close").click();
    Path restored = home.resolve("restored");
    assertThat(Restore.run(file, DataFolder.at(restored), Progress.NONE)).isNotNull();
    assertThat(restored.resolve("vault.json"))
        .hasSameBinaryContentAs(home.resolve("alice").resolve("vault.json"));
  }
}
