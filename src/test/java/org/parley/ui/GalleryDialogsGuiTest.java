package org.parley.ui;

import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.swing.JPopupMenu;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.JPopupMenuFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.app.window.RealPair;
import org.parley.settings.Language;

/** Every dialog over the main window, as it comes up and where something is wrong. */
class GalleryDialogsGuiTest extends Gallery {
  private static final String LONG =
      "Bartholomäus Maximilian von Hohenstaufen-Wittelsbach zu Köln und";

  @TempDir Path files;
  private RealPair pair;

  @AfterEach
  void part() throws Exception {
    pair.close();
  }

  private void begin(Language language) throws Exception {
    in(language);
    pair = RealPair.open();
    RealPair.know(pair.alice(), LONG, "198.51.100.7", 5000, "one word between us");
    RealPair.received(
        pair.aliceProfile(), "eve (192.0.2.7:5000)", List.of("Is this you?"), Duration.ofHours(2));
    RealPair.say(pair.bob(), "alice", "Look at https://example.org/plans/" + "a/".repeat(60));
    open(pair.alice(), true);
    eventually("listed", () -> rows("peers") == 3);
  }

  private void press(String button) {
    window.button(button).click();
  }

  /** Closes a dialog and waits until it is gone. */
  private void close(DialogFixture dialog, String button) {
    dialog.button(button).click();
    eventually("closed", () -> !dialog.target().isShowing());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void of_contacts(Language language) throws Exception {
    begin(language);
    tab(1);
    eventually("two", () -> window.table("contacts.table").rowCount() == 2);
    contactForm();
    meeting();
    oneContact();
    files();
  }

  private void contactForm() {
    press("contacts.add");
    DialogFixture form = shown("contact", "contact");
    form.textBox("contact.name").setText("Bob");
    form.textBox("contact.host").setText("no host");
    form.textBox("contact.port").setText("70000");
    form.button("contact.save").click();
    eventually("marked", () -> form.textBox("contact.host.message").target().isShowing());
    picture(form.target(), "contact-wrong");
    form.button("contact.generate").click();
    form.textBox("contact.host").setText("192.0.2.1");
    form.textBox("contact.port").setText("5000");
    form.textBox("contact.name").setText("eve");
    picture(form.target(), "contact-generated");
    close(form, "contact.cancel");
  }

  private void meeting() {
    press("contacts.invite");
    close(shown("handOver", "invite"), "handOver.close");
    press("contacts.paste");
    DialogFixture paste = shown("paste", "paste");
    paste.textBox("paste.text").setText("{\"username\": ");
    paste.button("paste.use").click();
    eventually("fault", () -> paste.textBox("paste.text.message").target().isShowing());
    picture(paste.target(), "paste-wrong");
    close(paste, "paste.cancel");
  }

  private void oneContact() {
    window.table("contacts.table").selectRows(1);
    press("contacts.reveal");
    picture(window.target(), "contacts-revealed");
    JPopupMenuFixture menu =
        window.table("contacts.table").showPopupMenuAt(TableCell.row(1).column(0));
    picture(window.target(), "contacts-menu");
    menu.menuItem("contacts.menu.renew").click();
    close(shown("ask", "contacts-renew"), "no");
    press("contacts.remove");
    close(shown("remove", "contacts-remove"), "remove.no");
    window.table("contacts.table").selectRows(0);
    press("contacts.check");
    DialogFixture check = dialog("check");
    String runs = word("ui.check.sentence"); // it may be over by now
    eventually("answered", () -> !check.textBox("check.sentence").text().equals(runs));
    picture(check.target(), "check");
    close(check, "check.close");
    press("contacts.checkAll");
    DialogFixture all = shown("checkSeveral", "check-several");
    close(all, "checkSeveral.close");
  }

  private void files() throws Exception {
    press("contacts.seal");
    DialogFixture seal = shown("seal", "seal");
    seal.radioButton("seal.own").check();
    seal.textBox("seal.passphrase").setText("one for the file");
    seal.textBox("seal.repeat").setText("another");
    seal.button("seal.go").click();
    eventually("differ", () -> !seal.textBox("seal.repeat.message").text().isEmpty());
    picture(seal.target(), "seal-own-wrong");
    close(seal, "seal.cancel");
    press("contacts.export");
    DialogFixture export = shown("contactsExport", "contacts-export");
    export.textBox("contactsExport.file").setText(files.resolve("no/such.json").toString());
    export.button("contactsExport.go").click();
    eventually("refused", () -> !export.textBox("contactsExport.file.message").text().isEmpty());
    picture(export.target(), "contacts-export-wrong");
    close(export, "contactsExport.cancel");
    Path file =
        Files.writeString(
            files.resolve("others.json"),
            """
            [{"username": "bob", "ip": "198.51.100.9", "port": 6001},
             {"username": "b\u043eb", "ip": "198.51.100.7", "port": 5009, "password": "k7w2m-aaaaa"},
             {"username": "eve", "ip": "192.0.2.7", "port": 5000, "password": "k7w2m-bbbbb"},
             {"username": "frank", "ip": "198.51.100.8", "port": 99999, "password": "k7w2m-c"}]
            """);
    press("contacts.import");
    DialogFixture choose = shown("contactsImport", "contacts-import");
    choose.textBox("contactsImport.file").setText(file.toString());
    choose.button("contactsImport.go").click();
    close(shown("importPreview", "import-preview"), "importPreview.cancel");
    Files.writeString(pair.alice().addressBook().file(), "[{\"username\": ");
    eventually("damaged", () -> shows("contacts.disk"));
    picture(window.target(), "contacts-damaged");
  }

  private JPopupMenu inPeerMenu() {
    press("header.more");
    return robot.findActivePopupMenu();
  }

  private void choose(JPopupMenu menu, String item) {
    robot.click(robot.finder().findByName(menu, item));
    robot.waitForIdle();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void of_conversations(Language language) throws Exception {
    begin(language);
    window.list("peers").selectItem(0);
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
    JPopupMenu menu = inPeerMenu();
    picture(window.target(), "peer-menu");
    choose(menu, "peer.alias");
    close(shown("alias", "alias"), "alias.cancel");
    choose(inPeerMenu(), "peer.block");
    close(shown("ask", "block"), "no");
    choose(inPeerMenu(), "peer.clear");
    close(shown("removal", "clear"), "removal.no");
    window.textBox("message.text").rightClick();
    JPopupMenu onMessage = robot.findActivePopupMenu();
    picture(window.target(), "message-menu");
    choose(onMessage, "message.link.0");
    close(shown("link", "link"), "link.cancel");
    press("header.find");
    window.textBox("find").enterText("nowhere");
    picture(window.target(), "find");
    press("toAddress");
    DialogFixture form = shown("toAddress", "to-an-address");
    form.button("address.send").click();
    eventually("marked", () -> form.textBox("address.host.message").target().isShowing());
    picture(form.target(), "to-an-address-wrong");
    close(form, "address.cancel");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void of_history(Language language) throws Exception {
    begin(language);
    tab(2);
    eventually("found", () -> rows("history.hits") == 2);
    window.list("history.hits").item(0).click(MouseButton.RIGHT_BUTTON);
    JPopupMenu menu = robot.findActivePopupMenu();
    picture(window.target(), "history-menu");
    choose(menu, "history.menu.remove");
    close(shown("removal", "remove"), "removal.no");
    window.comboBox("history.when").selectItem(4);
    window.textBox("history.from").enterText("31.12.");
    picture(window.target(), "history-date-wrong");
    window.comboBox("history.when").selectItem(0);
    window.textBox("history.search").enterText("nowhere");
    eventually("nothing", () -> !shows("history.hits"));
    picture(window.target(), "history-nothing");
    press("history.export");
    DialogFixture export = shown("export", "export");
    export.textBox("export.file").setText(files.resolve("no/log").toString());
    export.button("export.start").click();
    eventually("refused", () -> !export.textBox("export.result").text().isEmpty());
    picture(export.target(), "export-wrong");
    close(export, "export.close");
    press("history.check");
    DialogFixture check = shown("checkExport", "check-export");
    check.textBox("checkExport.key").setText("no key");
    check.textBox("checkExport.file").setText(files.resolve("none").toString());
    check.button("checkExport.start").click();
    picture(check.target(), "check-export-wrong");
    close(check, "checkExport.close");
    tab(3);
    window.textBox("wire.filter").enterText("nobody");
    eventually("nothing", () -> !shows("wire.items"));
    picture(window.target(), "wire-nothing");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void of_the_window(Language language) throws Exception {
    begin(language);
    press("keys");
    close(shown("keys", "keys"), "keys.close");
    press("settings");
    DialogFixture settings = dialog("settings");
    int pages = settings.list("settings.pages").target().getModel().getSize();
    for (int page = 0; page < pages; page++) {
      settings.list("settings.pages").selectItem(page);
      picture(settings.target(), "settings-" + page);
    }
    settings.button("settings.backup").click();
    DialogFixture backup = shown("backup", "backup");
    backup.textBox("backup.file").setText("");
    backup.button("backup.start").click();
    eventually("marked", () -> !backup.textBox("backup.file.message").text().isEmpty());
    picture(backup.target(), "backup-wrong");
    backup.button("backup.close").click();
    settings.list("settings.pages").selectItem(2);
    settings.button("settings.password").click();
    DialogFixture password = shown("password", "password");
    password.textBox("password.old").setText("wrong");
    password.textBox("password.new").setText("fresh and long enough");
    password.textBox("password.repeat").setText("other");
    password.button("password.change").click();
    eventually("marked", () -> !password.textBox("password.repeat.message").text().isEmpty());
    picture(password.target(), "password-wrong");
    password.button("password.cancel").click();
    close(settings, "settings.close");
    window.close();
    close(shown("ask", "quit"), "no");
  }

  @Override
  protected void picture(Window of, String name) {
    super.picture(of, "dialogs/" + name);
  }
}
