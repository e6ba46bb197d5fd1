package org.parley.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.directory.ContactForm;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryFile;
import org.parley.directory.Password;
import org.parley.ui.WindowTest;
import org.parley.ui.contacts.ContactsController;
import org.parley.ui.workplace.AddressBook;

/** The Directory tab over a real profile: its file is read, sealed, exported and imported. */
class DirectoryGuiTest extends WindowTest {
  private static RealPair pair;

  @TempDir Path folder;

  private ContactsController controller;
  private FrameFixture window;

  @BeforeAll
  static void open() throws Exception {
    pair = RealPair.open();
  }

  @AfterAll
  static void shut() throws Exception {
    pair.close();
  }

  @BeforeEach
  void start() throws Exception {
    book().changeKeepingOther(DirectoryGuiTest::onlyBob);
    JFrame frame =
        GuiActionRunner.execute(
            () -> {
              controller =
                  new ContactsController(live, pair.alice(), new CopyOnWriteArrayList<>()::add);
              JFrame made = new JFrame();
              made.setContentPane(controller.component());
              return made;
            });
    window = new FrameFixture(robot, frame);
    // At 100 pixels from the edge: all of it is to be on a screen of 1,024.
    window.show(new Dimension(920, 560));
    GuiActionRunner.execute(() -> controller.start());
    robot.waitForIdle();
  }

  @AfterEach
  void stop() {
    GuiActionRunner.execute(() -> controller.close());
  }

  private static AddressBook book() {
    return pair.alice().addressBook();
  }

  private static Directory onlyBob(Directory now) throws DirectoryException {
    if (now.find(RealPair.name("bob")) == null) {
      return onlyBob(
          now.add(
              new ContactForm(
                  "bob", "127.0.0.1", "5001", Password.of("k7w2m-aaaaa".toCharArray()))));
    }
    Directory result = now;
    for (DirectoryEntry entry : now.entries()) {
      if (!entry.form().name().equals("bob")) {
        result = result.remove(entry);
      }
    }
    return result;
  }

  private String content() throws Exception {
    return Files.readString(book().file());
  }

  @Test
  void the_file_is_sealed_and_made_plain_again() throws Exception {
    assertThat(content()).contains("\"bob\"");
    window.button("contacts.seal").click();
    DialogFixture seal = dialog("seal");
    pictures(seal.target(), "seal");
    seal.button("seal.go").click();
    eventually("sealed", () -> window.button("contacts.seal").text().equals("Make plain"));
    assertThat(content()).doesNotContain("bob");
    window.button("contacts.seal").click();
    dialog("ask").button("yes").click();
    eventually("plain", () -> window.button("contacts.seal").text().equals("Seal"));
    assertThat(content()).contains("\"bob\"");
  }

  @Test
  void sealing_that_is_not_agreed_to_does_nothing() throws Exception {
    window.button("contacts.seal").click();
    dialog("seal").button("seal.cancel").click();
    assertThat(content()).contains("\"bob\"");
  }

  @Test
  void a_file_is_sealed_with_its_own_passphrase_once_both_fields_agree() throws Exception {
    window.button("contacts.seal").click();
    DialogFixture seal = dialog("seal");
    seal.radioButton("seal.own").check();
    seal.button("seal.go").click();
    eventually("empty", () -> fault(seal, "seal.passphrase").contains("Type"));
    seal.textBox("seal.passphrase").setText("one for the file");
    seal.textBox("seal.repeat").setText("another");
    seal.button("seal.go").click();
    eventually("differ", () -> !fault(seal, "seal.repeat").isEmpty());
    pictures(seal.target(), "seal-own");
    seal.textBox("seal.repeat").setText("one for the file");
    seal.button("seal.go").click();
    eventually("sealed", () -> book().kind() == DirectoryFile.Kind.PASSPHRASE);
    assertThat(content()).contains("argon2id").doesNotContain("bob");
    addDave();
    assertThat(content()).contains("argon2id").doesNotContain("dave");
    window.button("contacts.seal").click();
    dialog("ask").button("yes").click();
    eventually("plain", () -> book().kind() == DirectoryFile.Kind.PLAIN);
    assertThat(content()).contains("dave");
  }

  private static List<String> names() {
    return book().directory().entries().stream().map(e -> e.form().name()).toList();
  }

  private String label(String name) {
    return window.label(name).target().getText();
  }

  private String trouble() {
    return window.textBox("contacts.disk.sentence").target().getText();
  }

  private boolean inTrouble() {
    return robot
        .finder()
        .findByName(window.target(), "contacts.disk", JPanel.class, false)
        .isShowing();
  }

  @Test
  void a_change_on_disk_is_read_again_and_said() throws Exception {
    Files.writeString(book().file(), content().replace("bob", "rob"));
    eventually("read", () -> names().equals(List.of("rob")));
    eventually("said", () -> label("contacts.notice").contains("changed on disk and read again"));
    assertThat(window.table("contacts.table").valueAt(TableCell.row(0).column(0))).isEqualTo("rob");
    pictures(window.target(), "contacts-read-again");
    Files.writeString(book().file(), content().replace("rob", "bob"));
    eventually("read", () -> names().equals(List.of("bob")));
  }

  @Test
  void a_half_written_file_keeps_the_last_good_state_and_says_where_it_is_damaged()
      throws Exception {
    addDave();
    String whole = content();
    String half = whole.substring(0, whole.indexOf("dave"));
    Files.writeString(book().file(), half);
    eventually("said", this::inTrouble);
    assertThat(trouble()).contains("entry 2").contains("leaves the file as it is");
    assertThat(names()).containsExactly("bob", "dave");
    pictures(window.target(), "contacts-damaged");
    assertThat(content()).isEqualTo(half);
    Files.writeString(book().file(), whole);
    eventually("good again", () -> !inTrouble());
    assertThat(content()).isEqualTo(whole);
  }

  @Test
  void a_damaged_file_is_kept_beside_when_the_own_version_is_saved() throws Exception {
    Files.writeString(book().file(), "[{]");
    eventually("said", this::inTrouble);
    window.button("contacts.disk.mine").click();
    eventually("saved", () -> !inTrouble());
    assertThat(content()).contains("bob");
    try (var beside = Files.list(book().file().toAbsolutePath().getParent())) {
      assertThat(beside.map(p -> p.getFileName().toString()))
          .anyMatch(name -> name.startsWith("directory.json.other-"));
    }
  }

  @Test
  void a_file_that_is_gone_does_not_empty_the_directory() throws Exception {
    String whole = content();
    Files.delete(book().file());
    eventually("said", this::inTrouble);
    assertThat(trouble()).contains("not there any more");
    assertThat(names()).containsExactly("bob");
    Files.writeString(book().file(), whole);
    eventually("back", () -> !inTrouble());
  }

  @Test
  void undo_refuses_where_the_file_was_changed_in_between() throws Exception {
    addDave();
    eventually("offered", () -> window.button("contacts.undo").target().isEnabled());
    String other = content().replace("dave", "erin");
    Files.writeString(book().file(), other);
    window.button("contacts.undo").click();
    DialogFixture told = dialog("tell");
    assertThat(told.textBox("sentence").text()).contains("add dave");
    told.button("ok").click();
    assertThat(content()).isEqualTo(other);
    eventually("read", () -> names().contains("erin"));
  }

  @Test
  void what_is_typed_is_not_lost_when_the_contact_changes_on_disk() throws Exception {
    window.table("contacts.table").selectRows(0);
    window.button("contacts.edit").click();
    DialogFixture form = dialog("contact");
    form.textBox("contact.host").setText("198.51.100.77");
    Files.writeString(book().file(), content().replaceFirst("\"port\": \\d+", "\"port\": 7777"));
    eventually("said", () -> form.textBox("contact.meanwhile").target().isShowing());
    pictures(form.target(), "contact-meanwhile");
    form.textBox("contact.host").requireText("198.51.100.77");
    form.textBox("contact.port").setText("7778");
    form.button("contact.save").click();
    eventually("saved", () -> book().known(RealPair.name("bob")).orElseThrow().port() == 7778);
    assertThat(content()).contains("198.51.100.77");
  }

  @Test
  void a_file_that_another_program_sealed_with_a_passphrase_is_opened_with_it() throws Exception {
    Path other = folder.resolve("other.json");
    sealed(other, "the passphrase");
    Files.copy(other, book().file(), StandardCopyOption.REPLACE_EXISTING);
    eventually("said", this::inTrouble);
    window.button("contacts.disk.open").click();
    DialogFixture ask = dialog("passphrase");
    ask.textBox("passphrase.input").setText("a wrong one");
    ask.button("passphrase.go").click();
    eventually("wrong", () -> fault(ask, "passphrase.input").contains("does not open"));
    pictures(ask.target(), "passphrase-wrong");
    ask.textBox("passphrase.input").setText("the passphrase");
    ask.button("passphrase.go").click();
    eventually("opened", () -> names().equals(List.of("zoe")));
    assertThat(book().kind()).isEqualTo(DirectoryFile.Kind.PASSPHRASE);
    book().seal(false);
  }

  @Test
  void a_file_sealed_with_a_passphrase_is_imported_with_it() throws Exception {
    Path other = folder.resolve("other.json");
    sealed(other, "the passphrase");
    window.button("contacts.import").click();
    DialogFixture choose = dialog("contactsImport");
    choose.textBox("contactsImport.file").setText(other.toString());
    choose.button("contactsImport.go").click();
    DialogFixture ask = dialog("passphrase");
    ask.textBox("passphrase.input").setText("the passphrase");
    ask.button("passphrase.go").click();
    dialog("importPreview").button("importPreview.go").click();
    eventually("taken", () -> names().equals(List.of("bob", "zoe")));
  }

  private static void sealed(Path file, String passphrase) throws Exception {
    try (DirectoryFile made = new DirectoryFile(file, pair.aliceProfile().vault())) {
      Directory zoe =
          made.load(null, null)
              .add(new ContactForm("zoe", "h", "1", Password.of("k7w2m-aaaaa".toCharArray())));
      made.sealWithPassphrase(zoe, passphrase.toCharArray());
    }
  }

  @Test
  void an_export_is_without_passwords_unless_they_are_asked_for() throws Exception {
    Path bare = folder.resolve("bare.json");
    window.button("contacts.export").click();
    DialogFixture export = dialog("contactsExport");
    pictures(export.target(), "contacts-export");
    export.textBox("contactsExport.file").setText(bare.toString());
    export.button("contactsExport.go").click();
    eventually("written", () -> !export.target().isShowing());
    assertThat(Files.readString(bare)).contains("\"bob\"").doesNotContain("password");

    Path whole = folder.resolve("whole.json");
    window.button("contacts.export").click();
    DialogFixture again = dialog("contactsExport");
    again.textBox("contactsExport.file").setText(whole.toString());
    again.checkBox("contactsExport.passwords").check();
    again.button("contactsExport.go").click();
    eventually("written", () -> !again.target().isShowing());
    assertThat(Files.readString(whole)).contains("\"password\"");
  }

  @Test
  void an_export_over_a_file_or_into_no_folder_says_why_not() throws Exception {
    Path there = Files.writeString(folder.resolve("there.json"), "mine");
    window.button("contacts.export").click();
    DialogFixture export = dialog("contactsExport");
    export.textBox("contactsExport.file").setText(there.toString());
    export.button("contactsExport.go").click();
    eventually("refused", () -> fault(export, "contactsExport.file").contains("already"));
    export.textBox("contactsExport.file").setText(folder.resolve("no/such.json").toString());
    export.button("contactsExport.go").click();
    eventually("refused", () -> fault(export, "contactsExport.file").contains("could not"));
    export.button("contactsExport.cancel").click();
    assertThat(Files.readString(there)).isEqualTo("mine");
  }

  private static String fault(DialogFixture sheet, String field) {
    return sheet.textBox(field + ".message").text();
  }

  @Test
  void an_import_is_looked_at_and_brings_what_was_chosen() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("others.json"),
            """
            [{"username": "bob", "ip": "198.51.100.9", "port": 6001},
             {"username": "dave", "ip": "198.51.100.7", "port": 5009, "password": "k7w2m-aaaaa"},
             {"username": "erin", "ip": "198.51.100.8", "port": 5010, "password": "k7w2m-bbbbb"},
             {"username": "frank", "ip": "198.51.100.8", "port": 99999, "password": "k7w2m-c"}]
            """);
    window.button("contacts.import").click();
    DialogFixture choose = dialog("contactsImport");
    choose.textBox("contactsImport.file").setText(file.toString());
    pictures(choose.target(), "contacts-import");
    choose.button("contactsImport.go").click();
    DialogFixture preview = dialog("importPreview");
    pictures(preview.target(), "import-preview");
    String[][] rows = preview.table("importPreview.table").contents();
    assertThat(rows).hasNumberOfRows(4);
    assertThat(rows[0][4]).isEqualTo("Changes: address, port");
    assertThat(rows[1][4]).isEqualTo("New");
    assertThat(rows[3][4]).isEqualTo("A port is a number from 1 to 65535.");
    assertThat(java.util.Arrays.deepToString(rows)).doesNotContain("k7w2m");
    preview.table("importPreview.table").cell(TableCell.row(2).column(0)).click();
    preview.button("importPreview.go").click();
    eventually("taken", () -> window.table("contacts.table").rowCount() == 2);
    assertThat(book().known(RealPair.name("bob")).orElseThrow().port()).isEqualTo(6001);
    assertThat(content()).contains("dave").doesNotContain("erin").doesNotContain("frank");
  }

  @Test
  void an_import_warns_of_names_that_look_like_others_and_does_not_take_them_by_itself()
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("others.json"),
            """
            [{"username": "b\u043eb", "ip": "198.51.100.9", "port": 6001, "password": "k7w2m-aaaaa"},
             {"username": "Erin", "ip": "198.51.100.8", "port": 5010, "password": "k7w2m-bbbbb"},
             {"username": "er\u0456n", "ip": "198.51.100.8", "port": 5010, "password": "k7w2m-ccc"}]
            """);
    window.button("contacts.import").click();
    DialogFixture choose = dialog("contactsImport");
    choose.textBox("contactsImport.file").setText(file.toString());
    choose.button("contactsImport.go").click();
    DialogFixture preview = dialog("importPreview");
    String[][] rows = preview.table("importPreview.table").contents();
    assertThat(rows[0][4]).isEqualTo("New, but looks like bob");
    assertThat(rows[1][4]).isEqualTo("New");
    assertThat(rows[2][4]).isEqualTo("New, but looks like Erin");
    pictures(preview.target(), "import-alike");
    preview.button("importPreview.go").click();
    eventually("taken", () -> names().equals(List.of("bob", "Erin")));
  }

  @Test
  void names_with_a_history_that_come_back_by_import_are_asked_about_together() throws Exception {
    for (String name : List.of("hans", "ilse")) {
      book().change(now -> now.add(form(name)));
      pair.alice().talk().send(RealPair.name(name), "to the first");
    }
    book().change(DirectoryGuiTest::onlyBob);
    Path file =
        Files.writeString(
            folder.resolve("others.json"),
            """
            [{"username": "hans", "ip": "127.0.0.1", "port": 9, "password": "k7w2m-aaaaa"},
             {"username": "ilse", "ip": "127.0.0.1", "port": 9, "password": "k7w2m-bbbbb"}]
            """);
    importAll(file);
    DialogFixture ask = dialog("samePeople");
    pictures(ask.target(), "same-people");
    ask.button("samePeople.cancel").click();
    assertThat(names()).containsExactly("bob");
    importAll(file);
    DialogFixture again = dialog("samePeople");
    again.table("samePeople.table").cell(TableCell.row(1).column(0)).click();
    again.button("samePeople.go").click();
    eventually("parted", () -> partings("ilse") == 1);
    assertThat(partings("hans")).isZero();
    eventually("taken", () -> names().equals(List.of("bob", "hans", "ilse")));
    eventually("withdrawn", () -> waiting("ilse") == 0);
    eventually("may be undone", () -> window.button("contacts.undo").target().isEnabled());
    window.button("contacts.undo").click();
    eventually("undone", () -> names().equals(List.of("bob")) && partings("ilse") == 0);
    pair.alice().talk().withdrawAll(RealPair.name("hans"));
  }

  private static int partings(String peer) {
    return pair.alice().talk().notes().of(peer).partings().size();
  }

  private void importAll(Path file) {
    window.button("contacts.import").click();
    DialogFixture choose = dialog("contactsImport");
    choose.textBox("contactsImport.file").setText(file.toString());
    choose.button("contactsImport.go").click();
    dialog("importPreview").button("importPreview.go").click();
  }

  private static ContactForm form(String name) {
    return new ContactForm(name, "127.0.0.1", "9", Password.of("k7w2m-aaaaa".toCharArray()));
  }

  @Test
  void a_file_that_is_no_directory_is_said_to_be_none() throws Exception {
    Path file = Files.writeString(folder.resolve("others.json"), "[{]");
    String before = content();
    window.button("contacts.import").click();
    DialogFixture choose = dialog("contactsImport");
    choose.textBox("contactsImport.file").setText(file.toString());
    choose.button("contactsImport.go").click();
    eventually("said", () -> fault(choose, "contactsImport.file").contains("line 1"));
    choose.textBox("contactsImport.file").setText(folder.resolve("none.json").toString());
    choose.button("contactsImport.go").click();
    eventually("said", () -> fault(choose, "contactsImport.file").contains("could not be read"));
    choose.button("contactsImport.cancel").click();
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void a_name_with_a_history_is_asked_about_and_another_person_is_parted() throws Exception {
    book()
        .change(
            now ->
                now.add(
                    new ContactForm(
                        "gina", "127.0.0.1", "9", Password.of("k7w2m-aaaaa".toCharArray()))));
    pair.alice().talk().send(RealPair.name("gina"), "to the first");
    book().change(DirectoryGuiTest::onlyBob);
    addGina();
    DialogFixture first = dialog("samePerson");
    pictures(first.target(), "same-person");
    first.button("samePerson.cancel").click();
    assertThat(book().known(RealPair.name("gina"))).isEmpty();
    dialog("contact").button("contact.save").click();
    dialog("samePerson").button("samePerson.another").click();
    eventually("parted", () -> !pair.alice().talk().notes().of("gina").partings().isEmpty());
    eventually("taken", () -> book().known(RealPair.name("gina")).isPresent());
    eventually("withdrawn", () -> waiting("gina") == 0);
  }

  private static int waiting(String peer) {
    return pair.alice().talk().waitingFor(RealPair.name(peer));
  }

  private void addDave() {
    addSomebody("dave");
    eventually("saved", () -> names().contains("dave"));
    eventually("closed", () -> openDialogs() == 0);
  }

  private static long openDialogs() {
    return Arrays.stream(Window.getWindows())
        .filter(one -> one instanceof Dialog && one.isShowing())
        .count();
  }

  private void addGina() {
    addSomebody("gina");
  }

  private void addSomebody(String name) {
    window.button("contacts.add").click();
    DialogFixture form = dialog("contact");
    form.textBox("contact.name").setText(name);
    form.textBox("contact.host").setText("127.0.0.1");
    form.textBox("contact.port").setText("9");
    form.button("contact.generate").click();
    form.button("contact.save").click();
  }
}
