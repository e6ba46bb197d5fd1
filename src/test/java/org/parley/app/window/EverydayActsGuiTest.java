package org.parley.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.messaging.Message;
import org.parley.ui.workplace.TalkException;

/**
 * A day with Parley, from the first start to a new machine: the acts that {@code src/docs/acts.md}
 * lists, by their keys. Bob and Dora are real profiles at the other end of sockets; Carol is away.
 */
class EverydayActsGuiTest extends Walk {
  private static final String PASSWORD = "correct horse battery";
  private static final String NEW_PASSWORD = "another one entirely";
  private static final Pattern ENTRYS_PASSWORD = Pattern.compile("\"password\"\\s*:\\s*\"([^\"]*)");

  private RealPerson bob;
  private RealPerson dora;

  @BeforeEach
  void others() throws Exception {
    bob = new RealPerson(home, "bob");
    bob.create();
    bob.begin();
    dora = new RealPerson(home, "dora");
    dora.create();
    dora.begin();
  }

  @AfterEach
  void closeOthers() {
    bob.close();
    dora.close();
  }

  @Test
  void a_day_from_the_first_start_to_a_new_machine() throws Exception {
    firstStart();
    meetBob();
    talkToBob();
    goOnReading();
    addCarolWhoIsAway();
    whoMayDoWhat();
    findAndCopy();
    writeToAnAddress();
    proveIt();
    makeItOnesOwn();
    tidyUp();
    moveToANewMachine();
  }

  private void firstStart() {
    FrameFixture first = start("alice");
    first.textBox("first.name").setText("alice");
    first.textBox("first.port").setText(Integer.toString(port));
    first.textBox("first.password").setText(PASSWORD);
    first.textBox("first.repeat").setText(PASSWORD);
    act(first.target(), "first-start");
    first.button("first.create").click();
    mainWindow();
    act(window.target(), "nobody-yet");
  }

  private void meetBob() throws Exception {
    press(KeyEvent.VK_2, InputEvent.CTRL_MASK, () -> showing("contacts.invite"));
    window.button("contacts.invite").click();
    DialogFixture invite = dialog("handOver");
    GuiActionRunner.execute(() -> invite.textBox("handOver.typed").target().setText("127.0.0.1"));
    act(invite.target(), "invite");
    Matcher password = ENTRYS_PASSWORD.matcher(invite.textBox("handOver.text").text());
    assertThat(password.find()).isTrue();
    invite.button("handOver.close").click();
    RealPair.know(bob.workplace(), "alice", "127.0.0.1", port, password.group(1));

    window.button("contacts.paste").click();
    DialogFixture paste = dialog("paste");
    paste
        .textBox("paste.text")
        .setText("{\"username\": \"bob\", \"port\": " + bob.port() + ", \"ip\": \"127.0.0.1\"}");
    act(paste.target(), "paste");
    paste.button("paste.use").click();
    DialogFixture form = dialog("contact");
    act(form.target(), "add");
    form.button("contact.save").click();
    eventually("saved", () -> window.table("contacts.table").rowCount() == 1);

    bob.profile().messenger().awaitSecrets();
    window.table("contacts.table").selectRows(0);
    window.button("contacts.check").click();
    DialogFixture check = dialog("check");
    String runs = word("ui.check.sentence"); // it may be over by now
    eventually("answered", () -> !check.textBox("check.sentence").text().equals(runs));
    act(check.target(), "check");
    check.button("check.close").click();
  }

  private void jumpTo(String name) {
    jumpTo(name, name);
  }

  private void jumpTo(String name, String title) {
    press(
        KeyEvent.VK_K,
        InputEvent.CTRL_MASK,
        () -> window.textBox("filter").target().isFocusOwner());
    eventually("focus", () -> window.textBox("filter").target().isFocusOwner());
    window.textBox("filter").deleteText().enterText(name);
    eventually("one", () -> window.list("peers").target().getModel().getSize() == 1);
    press(KeyEvent.VK_ENTER, 0);
    eventually("open", () -> window.label("header.name").text().equals(title));
  }

  private void write(String text) {
    window.textBox("composer").focus();
    window.textBox("composer").enterText(text);
  }

  private void send(String text) {
    write(text);
    press(KeyEvent.VK_ENTER, 0);
    eventually("sent", () -> shows(text));
  }

  private static List<Message> said(RealPerson by) throws TalkException {
    return by.workplace().talk().page("alice", null, 50);
  }

  private void talkToBob() throws Exception {
    jumpTo("bob");
    act(window.target(), "jump");
    send("Good morning Bob");
    arrives(1);
    act(window.target(), "send");
    write("The samples came in:");
    press(KeyEvent.VK_ENTER, InputEvent.SHIFT_MASK);
    window.textBox("composer").enterText("twelve, all sealed");
    act(window.target(), "two-lines");
    press(KeyEvent.VK_ENTER, 0);
    arrives(2);
    assertThat(said(bob).get(1).text()).isEqualTo("The samples came in:\ntwelve, all sealed");
    RealPair.say(
        bob.workplace(), "alice", "Thank you. Measured tomorrow, see https://example.org/plan");
    eventually("answered", () -> shows("Measured tomorrow"));
    act(window.target(), "answer");
  }

  /** Waits until Bob has that many; it is his disk that is asked. */
  private void arrives(int count) {
    Pause.pause(
        new Condition("with bob") {
          @Override
          public boolean test() {
            try {
              return said(bob).size() == count;
            } catch (TalkException e) {
              throw new IllegalStateException(e);
            }
          }
        },
        40_000);
    eventually("told", () -> labelled(word("ui.fate.DELIVERED")));
  }

  private void goOnReading() throws Exception {
    press(KeyEvent.VK_3, InputEvent.CTRL_MASK, () -> showing("history.search"));
    RealPair.say(bob.workplace(), "alice", "One more thing");
    RealPair.say(bob.workplace(), "alice", "Who signs for the freezer?");
    eventually("counted", () -> window.target().getTitle().startsWith("(2)"));
    eventually("listed", () -> window.list("history.hits").target().getModel().getSize() == 5);
    act(window.target(), "unread");
    press(KeyEvent.VK_1, InputEvent.CTRL_MASK, () -> showing("composer"));
    eventually("line", () -> labelled(word("ui.conversations.unread")));
    act(window.target(), "unread-line");
    write("I will ask");
  }

  private void addCarolWhoIsAway() throws Exception {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    DialogFixture form = opened(KeyEvent.VK_N, InputEvent.CTRL_MASK, "contact");
    form.textBox("contact.name").setText("carol");
    form.textBox("contact.host").setText("127.0.0.1");
    form.textBox("contact.port").setText(Integer.toString(nobody));
    form.button("contact.generate").click();
    act(form.target(), "generate");
    form.button("contact.save").click();
    eventually("saved", () -> !form.target().isShowing());
    jumpTo("carol");
    send("Are you back on Monday?");
    eventually("waits", () -> showing("message.cancel"));
    eventually("why", () -> labelled(word("ui.fate.WAITING")));
    act(window.target(), "waiting");
    window.button("message.cancel").click();
    eventually("withdrawn", () -> !showing("message.cancel"));
    act(window.target(), "cancelled");
    jumpTo("bob");
    eventually("draft", () -> window.textBox("composer").text().equals("I will ask"));
    act(window.target(), "draft");
    window.textBox("composer").deleteText();
  }

  private void whoMayDoWhat() {
    jumpTo("carol");
    inPeerMenu("peer.alias");
    DialogFixture alias = dialog("alias");
    alias.textBox("alias.field").setText("Carol (store room)");
    act(alias.target(), "alias");
    alias.button("alias.save").click();
    eventually("named", () -> window.label("header.name").text().equals("Carol (store room)"));
    inPeerMenu("peer.mute");
    act(window.target(), "muted");
    inPeerMenu("peer.block");
    act(dialog("ask").target(), "block");
    dialog("ask").button("yes").click();
    eventually("blocked", () -> showing("unblock"));
    window.button("unblock").click();
    eventually("unblocked", () -> showing("composer"));
    jumpTo("bob");
    inPeerMenu("peer.unread");
    act(window.target(), "marked-unread");
  }

  private void findAndCopy() throws Exception {
    press(KeyEvent.VK_F, InputEvent.CTRL_MASK, () -> showing("find"));
    window.textBox("find").enterText("the");
    eventually("found", () -> window.label("find.count").text().contains("1"));
    act(window.target(), "find");
    press(KeyEvent.VK_ESCAPE, 0);
    eventually("closed", () -> !showing("find"));
    window.textBox("composer").focus();
    press(
        KeyEvent.VK_TAB,
        InputEvent.SHIFT_MASK,
        () -> !window.textBox("composer").target().isFocusOwner());
    press(KeyEvent.VK_UP, InputEvent.SHIFT_MASK);
    press(KeyEvent.VK_UP, InputEvent.SHIFT_MASK);
    eventually("chosen", () -> showing("chosen.count"));
    act(window.target(), "choose");
    press(KeyEvent.VK_C, InputEvent.CTRL_MASK);
    assertThat(clipboard().lines()).hasSize(3).allMatch(l -> l.contains("] bob: "));
    press(KeyEvent.VK_ESCAPE, 0);
    inMenuOf("Measured tomorrow", "message.link.0");
    act(dialog("link").target(), "link");
    dialog("link").button("link.cancel").click();
    inMenuOf("Measured tomorrow", "message.details");
    eventually("ladder", () -> window.list("wire.ladder").target().getModel().getSize() == 12);
    act(window.target(), "wire");
  }

  private static String clipboard() throws Exception {
    return (String)
        Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
  }

  private void writeToAnAddress() throws Exception {
    RealPair.know(dora.workplace(), "alice", "127.0.0.1", port, "a word between us");
    dora.profile().messenger().awaitSecrets();
    press(KeyEvent.VK_1, InputEvent.CTRL_MASK, () -> showing("composer"));
    DialogFixture form =
        opened(KeyEvent.VK_N, InputEvent.CTRL_MASK | InputEvent.SHIFT_MASK, "toAddress");
    form.textBox("address.host").setText("127.0.0.1");
    form.textBox("address.port").setText(Integer.toString(dora.port()));
    form.textBox("address.password").setText("a word between us");
    form.textBox("address.text").setText("Hello Dora, I am new here");
    form.button("address.send").click();
    eventually("delivered", () -> form.button("address.keep").target().isShowing());
    act(form.target(), "to-an-address");
    form.button("address.cancel").click();
    String dorasTitle = "dora (127.0.0.1:" + dora.port() + ")";
    eventually("listed", () -> window.list("peers").target().getModel().getSize() == 3);
    jumpTo("dora", dorasTitle);
    eventually("said", () -> shows("Hello Dora"));
    act(window.target(), "somebody-at-an-address");
  }

  private void proveIt() {
    press(
        KeyEvent.VK_F,
        InputEvent.CTRL_MASK | InputEvent.SHIFT_MASK,
        () -> showing("history.search"));
    window.textBox("history.search").enterText("freezer");
    eventually("found", () -> window.list("history.hits").target().getModel().getSize() == 1);
    act(window.target(), "search");
    window.textBox("history.search").pressAndReleaseKeys(KeyEvent.VK_DOWN);
    eventually("list", () -> window.list("history.hits").target().isFocusOwner());
    press(KeyEvent.VK_ENTER, 0);
    eventually("there", () -> shows("freezer"));
    act(window.target(), "in-its-place");
    press(KeyEvent.VK_3, InputEvent.CTRL_MASK, () -> showing("history.search"));
    window.button("history.verify").click();
    eventually(
        "verified",
        () -> !window.label("history.result").text().isEmpty() && !showing("history.progress"));
    act(window.target(), "verify");

    window.button("history.export").click();
    DialogFixture export = dialog("export");
    Path file = home.resolve("log");
    export.textBox("export.file").setText(file.toString());
    export.button("export.start").click();
    eventually("exported", () -> !export.textBox("export.result").text().isEmpty());
    act(export.target(), "export");
    export.button("export.close").click();
    window.button("history.check").click();
    DialogFixture check = dialog("checkExport");
    check.textBox("checkExport.file").setText(file.toString());
    check.button("checkExport.start").click();
    eventually("checked", () -> !check.textBox("checkExport.result").text().isEmpty());
    act(check.target(), "check-an-export");
    check.button("checkExport.close").click();
  }

  private DialogFixture settings(int page) {
    DialogFixture settings = opened(KeyEvent.VK_COMMA, InputEvent.CTRL_MASK, "settings");
    settings.list("settings.pages").selectItem(page);
    return settings;
  }

  private void makeItOnesOwn() {
    DialogFixture keys = opened(KeyEvent.VK_F1, 0, "keys");
    act(keys.target(), "keys");
    keys.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    DialogFixture looks = settings(0);
    act(looks.target(), "settings");
    looks.button("settings.close").click();
    DialogFixture you = settings(2);
    you.button("settings.password").click();
    DialogFixture password = dialog("password");
    password.textBox("password.old").setText(PASSWORD);
    password.textBox("password.new").setText(NEW_PASSWORD);
    password.textBox("password.repeat").setText(NEW_PASSWORD);
    act(password.target(), "password");
    password.button("password.change").click();
    dialog("tell").button("ok").click();
    you.button("settings.close").click();
    press(
        KeyEvent.VK_L,
        InputEvent.CTRL_MASK,
        () -> !window.target().isShowing() || isOpen("unlock"));
    FrameFixture locked = unlockWindow();
    act(locked.target(), "locked");
    locked.textBox("unlock.password").setText(NEW_PASSWORD);
    locked.button("unlock.open").click();
    mainWindow();
  }

  private void tidyUp() throws Exception {
    jumpTo("bob");
    inMenuOf("Good morning Bob", "message.remove");
    act(dialog("removal").target(), "remove-here");
    dialog("removal").button("removal.yes").click();
    eventually("removed", () -> !shows("Good morning Bob"));
    jumpTo("Carol", "Carol (store room)");
    inPeerMenu("peer.clear");
    act(dialog("removal").target(), "clear");
    dialog("removal").button("removal.yes").click();
    eventually("cleared", () -> !shows("Monday"));
    act(window.target(), "cleared");
    press(KeyEvent.VK_2, InputEvent.CTRL_MASK, () -> showing("contacts.table"));
    int contacts = window.table("contacts.table").rowCount();
    window.table("contacts.table").selectRows(1);
    window.button("contacts.remove").click();
    act(dialog("remove").target(), "remove-a-contact");
    dialog("remove").button("remove.yes").click();
    eventually("removed", () -> window.table("contacts.table").rowCount() == contacts - 1);
    DialogFixture data = settings(5);
    data.button("settings.backup").click();
    DialogFixture backup = dialog("backup");
    backup.textBox("backup.file").setText(home.resolve("copy.parleybackup").toString());
    backup.button("backup.start").click();
    eventually("made", () -> !backup.textBox("backup.result").text().isEmpty());
    act(backup.target(), "backup");
    backup.button("backup.close").click();
    data.button("settings.close").click();
    window.close();
    act(dialog("ask").target(), "quit");
    dialog("ask").button("yes").click();
    eventually("gone", () -> !window.target().isShowing());
  }

  private void moveToANewMachine() {
    FrameFixture first = start("new-machine");
    first.button("first.restore").click();
    DialogFixture restore = dialog("restore");
    restore.textBox("restore.file").setText(home.resolve("copy.parleybackup").toString());
    restore.textBox("restore.folder").setText(home.resolve("moved").toString());
    restore.button("restore.start").click();
    eventually("restored", () -> !restore.textBox("restore.result").text().isEmpty());
    act(restore.target(), "restore");
    restore.button("restore.start").click();
    FrameFixture screen = unlockWindow();
    screen.textBox("unlock.password").setText(NEW_PASSWORD);
    act(screen.target(), "unlock");
    screen.button("unlock.open").click();
    mainWindow();
    jumpTo("bob");
    eventually("all there", () -> shows("freezer"));
    act(window.target(), "moved");
  }
}
