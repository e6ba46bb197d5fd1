package org.parley.ui.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JPopupMenuFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.Test;
import org.parley.directory.Contact;
import org.parley.directory.Directory;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.ui.WindowTest;
import org.parley.ui.workplace.FakeWorkplace;

class ContactsGuiTest extends WindowTest {
  private final FakeWorkplace workplace =
      new FakeWorkplace().with("bob", "192.168.1.31", 5000).with("carol", "192.168.1.32", 5001);
  private final List<String> talked = new CopyOnWriteArrayList<>();
  private ContactsController controller;
  private FrameFixture window;

  private void start() {
    JFrame frame =
        GuiActionRunner.execute(
            () -> {
              controller = new ContactsController(ui, workplace, talked::add);
              JFrame made = new JFrame();
              made.setContentPane(controller.component());
              return made;
            });
    window = new FrameFixture(robot, frame);
    window.show(new Dimension(960, 560));
    GuiActionRunner.execute(() -> controller.start());
    robot.waitForIdle();
  }

  private String cell(int row, int column) {
    return window.table("contacts.table").valueAt(TableCell.row(row).column(column));
  }

  private Contact contact(String name) {
    return workplace.directory().find(FakeWorkplace.name(name));
  }

  @Test
  void wrong_input_is_marked_at_its_field_and_cannot_be_saved() {
    start();
    window.button("contacts.add").click();
    DialogFixture form = dialog("contact");
    form.textBox("contact.name").setText("bob");
    form.textBox("contact.host").setText("no host");
    form.textBox("contact.port").setText("70000");
    form.button("contact.save").click();
    eventually("marked", () -> form.textBox("contact.host.message").target().isShowing());
    assertThat(form.textBox("contact.name.message").text())
        .isEqualTo("There is a contact of this name already.");
    assertThat(form.textBox("contact.port.message").text())
        .isEqualTo("A port is a number from 1 to 65535.");
    assertThat(form.textBox("contact.password.message").text()).isEqualTo("A password is needed.");
    pictures(form.target(), "contact-wrong");
    assertThat(workplace.directory().entries()).hasSize(2);
    form.button("contact.cancel").click();
  }

  @Test
  void a_contact_is_added_with_a_generated_password() {
    start();
    window.button("contacts.add").click();
    DialogFixture form = dialog("contact");
    form.textBox("contact.name").setText("Bob");
    eventually("warned", () -> form.textBox("contact.lookalike").text().contains("bob"));
    form.textBox("contact.host").setText("example.org");
    form.textBox("contact.port").setText("5002");
    form.button("contact.generate").click();
    pictures(form.target(), "contact-lookalike");
    form.button("contact.save").click();
    eventually("saved", () -> window.table("contacts.table").rowCount() == 3);
    assertThat(contact("Bob").password()).hasSizeGreaterThan(20);
    assertThat(contact("Bob").port()).isEqualTo(5002);
  }

  @Test
  void a_contact_is_edited_and_keeps_its_password() {
    start();
    window.table("contacts.table").selectRows(1);
    window.button("contacts.edit").click();
    DialogFixture form = dialog("contact");
    assertThat(form.textBox("contact.name").text()).isEqualTo("carol");
    form.textBox("contact.port").setText("6001");
    form.button("contact.save").click();
    eventually("saved", () -> cell(1, 2).equals("6001"));
    assertThat(String.valueOf(contact("carol").password())).isEqualTo("shared pass");
  }

  @Test
  void a_failed_save_keeps_the_form_open() {
    start();
    workplace.diskTrouble = new IOException("No space left on device");
    window.button("contacts.edit").click();
    DialogFixture form = dialog("contact");
    form.textBox("contact.port").setText("6001");
    form.button("contact.save").click();
    DialogFixture told = dialog("tell");
    assertThat(told.textBox("sentence").text()).contains("directory.json");
    told.button("ok").click();
    assertThat(form.target().isShowing()).isTrue();
    assertThat(contact("bob").port()).isEqualTo(5000);
    form.button("contact.cancel").click();
  }

  @Test
  void a_password_is_hidden_until_asked_for() {
    start();
    assertThat(cell(0, 3)).isEqualTo("••••••••");
    window.button("contacts.reveal").click();
    eventually("shown", () -> cell(0, 3).equals("shared pass"));
    window.button("contacts.reveal").click();
    eventually("hidden", () -> cell(0, 3).equals("••••••••"));
  }

  @Test
  void removing_asks_what_to_do_with_what_waits_and_can_be_undone() {
    workplace.talk.put("bob", true, NOW, "waits", Fate.WAITING, null);
    start();
    window.button("contacts.remove").click();
    DialogFixture remove = dialog("remove");
    assertThat(remove.target().getTitle()).contains("bob");
    remove.checkBox("remove.withdraw").requireSelected();
    pictures(remove.target(), "remove");
    remove.button("remove.yes").click();
    eventually("removed", () -> window.table("contacts.table").rowCount() == 1);
    eventually("withdrawn", () -> workplace.talk.calls().contains("withdraw bob"));
    window.button("contacts.undo").click();
    eventually("back", () -> window.table("contacts.table").rowCount() == 2);
    assertThat(String.valueOf(contact("bob").password())).isEqualTo("shared pass");
  }

  private void press(int key, int... held) {
    window.table("contacts.table").focus();
    int mask = 0;
    for (int one : held) {
      mask |= one;
    }
    robot.pressAndReleaseKey(key, mask);
    robot.waitForIdle();
  }

  private void hints(String button, String hint) {
    eventually(hint, () -> hint.equals(window.button(button).target().getToolTipText()));
  }

  private List<String> names() {
    return workplace.directory().entries().stream().map(e -> e.form().name()).toList();
  }

  private void edit(int row, String field, String text) {
    window.table("contacts.table").selectRows(row);
    window.button("contacts.edit").click();
    DialogFixture form = dialog("contact");
    form.textBox(field).setText(text);
    form.button("contact.save").click();
    eventually("saved", () -> !form.target().isShowing());
  }

  @Test
  void many_steps_are_undone_and_redone_by_keys_and_the_buttons_name_them() {
    start();
    window.button("contacts.undo").requireDisabled();
    edit(0, "contact.port", "6001");
    edit(0, "contact.name", "rob");
    window.table("contacts.table").selectRows(1);
    press(KeyEvent.VK_DELETE);
    dialog("remove").button("remove.yes").click();
    eventually("removed", () -> names().equals(List.of("rob")));
    hints("contacts.undo", "Undo: remove carol (Ctrl+Z)");
    press(KeyEvent.VK_Z, InputEvent.CTRL_MASK);
    eventually("carol is back", () -> names().equals(List.of("rob", "carol")));
    eventually(
        "said",
        () -> window.label("contacts.notice").target().getText().equals("Undone: remove carol."));
    pictures(window.target(), "contacts-undone");
    press(KeyEvent.VK_Z, InputEvent.CTRL_MASK);
    eventually("bob is called bob", () -> names().equals(List.of("bob", "carol")));
    press(KeyEvent.VK_Z, InputEvent.CTRL_MASK);
    eventually("his port is back", () -> contact("bob").port() == 5000);
    eventually("no more", () -> !window.button("contacts.undo").target().isEnabled());
    hints("contacts.redo", "Redo: edit bob (Ctrl+Shift+Z)");
    press(KeyEvent.VK_Z, InputEvent.CTRL_MASK, InputEvent.SHIFT_MASK);
    eventually("6001 again", () -> contact("bob").port() == 6001);
    press(KeyEvent.VK_Y, InputEvent.CTRL_MASK);
    eventually("rob again", () -> names().equals(List.of("rob", "carol")));
  }

  @Test
  void a_step_is_not_undone_over_what_came_from_elsewhere() throws Exception {
    start();
    edit(0, "contact.port", "6001");
    Directory now = workplace.directory();
    workplace.become(now.remove(now.entries().get(1)));
    robot.waitForIdle();
    window.button("contacts.undo").click();
    DialogFixture told = dialog("tell");
    assertThat(told.textBox("sentence").text()).contains("edit bob");
    pictures(told.target(), "contacts-outdated");
    told.button("ok").click();
    assertThat(names()).containsExactly("bob");
    assertThat(contact("bob").port()).isEqualTo(6001);
    eventually("nothing to undo", () -> !window.button("contacts.undo").target().isEnabled());
  }

  @Test
  void undoing_a_contact_of_another_person_takes_the_line_away_and_redoing_draws_it() {
    DialogFixture form = anotherDave();
    eventually("parted", () -> workplace.talk.notes().of("dave").partings().size() == 1);
    eventually("closed", () -> !form.target().isShowing());
    window.button("contacts.undo").click();
    eventually("gone", () -> workplace.talk.notes().of("dave").partings().isEmpty());
    eventually("out of the directory", () -> contact("dave") == null);
    window.button("contacts.redo").click();
    eventually("parted again", () -> workplace.talk.notes().of("dave").partings().size() == 1);
    eventually("in the directory", () -> contact("dave") != null);
  }

  @Test
  void undo_waits_for_the_lines_that_it_would_have_to_take_away() {
    workplace.talk.mayDrawLines = new CountDownLatch(1);
    DialogFixture form = anotherDave();
    eventually("being drawn", () -> workplace.talk.drawsLine && !form.target().isShowing());
    assertThat(window.button("contacts.undo").isEnabled()).isFalse();
    workplace.talk.mayDrawLines.countDown();
    window.button("contacts.undo").click();
    eventually("gone", () -> workplace.talk.notes().of("dave").partings().isEmpty());
    eventually("out of the directory", () -> contact("dave") == null);
  }

  /** Gives a name with a history to another person; the form, which closes then. */
  private DialogFixture anotherDave() {
    workplace.talk.put("dave", true, NOW, "to the first", Fate.DELIVERED, null);
    start();
    window.button("contacts.add").click();
    DialogFixture form = dialog("contact");
    form.textBox("contact.name").setText("dave");
    form.textBox("contact.host").setText("127.0.0.1");
    form.textBox("contact.port").setText("9");
    form.button("contact.generate").click();
    form.button("contact.save").click();
    dialog("samePerson").button("samePerson.another").click();
    return form;
  }

  @Test
  void a_new_password_is_asked_about_shown_and_undone() {
    start();
    JPopupMenuFixture menu =
        window.table("contacts.table").showPopupMenuAt(TableCell.row(0).column(0));
    pictures(window.target(), "contacts-menu");
    menu.menuItem("contacts.menu.renew").click();
    DialogFixture ask = dialog("ask");
    pictures(ask.target(), "contacts-renew");
    ask.button("yes").click();
    eventually("shown", () -> cell(0, 3).length() > 20);
    eventually("his", () -> cell(0, 3).equals(String.valueOf(contact("bob").password())));
    hints("contacts.undo", "Undo: new password for bob (Ctrl+Z)");
    window.button("contacts.undo").click();
    eventually("old", () -> "shared pass".equals(String.valueOf(contact("bob").password())));
  }

  @Test
  void several_are_removed_by_one_question_that_names_them() {
    workplace.talk.put("bob", true, NOW, "waits", Fate.WAITING, null);
    start();
    press(KeyEvent.VK_A, InputEvent.CTRL_MASK);
    eventually("not one", () -> !window.button("contacts.edit").target().isEnabled());
    press(KeyEvent.VK_DELETE);
    DialogFixture remove = dialog("remove");
    assertThat(remove.target().getTitle()).isEqualTo("Remove 2 contacts?");
    assertThat(remove.textBox("remove.names").text()).isEqualTo("bob, carol");
    pictures(remove.target(), "remove-several");
    remove.button("remove.yes").click();
    eventually("removed", () -> names().isEmpty());
    eventually("withdrawn", () -> workplace.talk.calls().contains("withdraw bob"));
    pictures(window.target(), "contacts-empty");
    hints("contacts.undo", "Undo: remove 2 contacts (Ctrl+Z)");
    window.button("contacts.undo").click();
    eventually("both are back", () -> names().equals(List.of("bob", "carol")));
  }

  @Test
  void rows_are_sorted_by_a_column_and_the_third_time_stand_as_in_the_file() {
    workplace
        .with("Anna", "192.168.1.4", 400)
        .with("team 10", "192.168.1.100", 401)
        .with("team 9", "192.168.1.101", 402);
    start();
    window.table("contacts.table").tableHeader().clickColumn(0);
    eventually("by name", () -> cell(0, 0).equals("Anna"));
    assertThat(List.of(cell(3, 0), cell(4, 0))).containsExactly("team 9", "team 10");
    window.table("contacts.table").tableHeader().clickColumn(1);
    eventually("numbers as numbers", () -> cell(0, 1).equals("192.168.1.4"));
    sortBy(1); // two clicks so soon would be a double click
    eventually("down", () -> cell(0, 1).equals("192.168.1.101"));
    sortBy(1);
    eventually("as in the file", () -> cell(0, 0).equals("bob"));
  }

  private void sortBy(int column) {
    GuiActionRunner.execute(
        () -> window.table("contacts.table").target().getRowSorter().toggleSortOrder(column));
  }

  @Test
  void the_filter_finds_name_address_and_port_and_says_where_nothing_is_found() {
    start();
    JTextComponentFixture filter = window.textBox("contacts.filter");
    filter.setText("CARO");
    eventually("one", () -> window.table("contacts.table").rowCount() == 1);
    eventually("carol alone", () -> cell(0, 0).equals("carol"));
    pictures(window.target(), "contacts-filter");
    filter.setText("1.31");
    eventually("bob", () -> cell(0, 0).equals("bob"));
    filter.setText("5001");
    eventually("carol", () -> cell(0, 0).equals("carol"));
    filter.setText("nobody");
    eventually("said", () -> window.button("nothing.all").target().isShowing());
    pictures(window.target(), "contacts-nothing");
    window.button("nothing.all").click();
    eventually("all", () -> window.table("contacts.table").rowCount() == 2);
    eventually("no filter", () -> filter.text().isEmpty());
    filter.setText("bob");
    filter.focus();
    robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
    eventually("emptied", () -> filter.text().isEmpty());
  }

  @Test
  void undo_keys_in_the_filter_are_for_the_text() {
    start();
    edit(0, "contact.port", "6001");
    window.textBox("contacts.filter").focus();
    robot.pressAndReleaseKey(KeyEvent.VK_Z, InputEvent.CTRL_MASK);
    robot.waitForIdle();
    assertThat(contact("bob").port()).isEqualTo(6001);
    press(KeyEvent.VK_Z, InputEvent.CTRL_MASK);
    eventually("undone", () -> contact("bob").port() == 5000);
  }

  @Test
  void all_are_checked_with_a_sentence_each() {
    workplace.talk.checkAnswer = Optional.of(Failure.of(FailureKind.OTHER_NAME, "<html>eve"));
    start();
    window.button("contacts.checkAll").click();
    DialogFixture check = dialog("checkSeveral");
    eventually(
        "over",
        () ->
            check
                .textBox("checkSeveral.sentence")
                .text()
                .equals("Well: 0. Not well: 2. Not checked: 0."));
    assertThat(check.table("checkSeveral.table").valueAt(TableCell.row(1).column(1)))
        .contains("<html>eve");
    assertThat(withoutAccessibleName(check.target())).isEmpty();
    pictures(check.target(), "check-several");
    check.button("checkSeveral.close").requireText("Close").click();
    eventually("closed", () -> !check.target().isShowing());
  }

  @Test
  void a_check_of_many_is_cancelled_and_says_who_was_left_out() {
    for (int i = 0; i < 10; i++) {
      workplace.with("friend " + i, "192.0.2.1", 5000);
    }
    workplace.talk.checkGate = new CountDownLatch(1);
    workplace.talk.checkAnswer = Optional.of(Failure.of(FailureKind.CANCELLED));
    start();
    window.button("contacts.checkAll").click();
    DialogFixture check = dialog("checkSeveral");
    eventually("four at once", () -> checks() == 4);
    pictures(check.target(), "check-several-runs");
    check.button("checkSeveral.close").requireText("Cancel").click();
    eventually(
        "over",
        () ->
            check
                .textBox("checkSeveral.sentence")
                .text()
                .equals("Well: 0. Not well: 0. Not checked: 12."));
    assertThat(check.table("checkSeveral.table").valueAt(TableCell.row(11).column(1)))
        .isEqualTo("Not checked.");
    check.button("checkSeveral.close").requireText("Close").click();
    assertThat(checks()).isEqualTo(4);
  }

  private long checks() {
    return workplace.talk.calls().stream().filter(call -> call.startsWith("check ")).count();
  }

  @Test
  void a_check_says_what_happened() {
    workplace.talk.checkAnswer = Optional.of(Failure.of(FailureKind.OTHER_NAME, "<html>eve"));
    start();
    window.button("contacts.check").click();
    DialogFixture check = dialog("check");
    eventually("said", () -> check.textBox("check.sentence").text().contains("<html>eve"));
    pictures(check.target(), "check");
    check.button("check.close").click();
  }

  @Test
  void what_was_pasted_fills_the_form_and_is_answered_without_a_password() {
    start();
    window.button("contacts.paste").click();
    DialogFixture paste = dialog("paste");
    paste.textBox("paste.text").setText("{\"username\": ");
    paste.button("paste.use").click();
    eventually("fault", () -> paste.textBox("paste.text.message").target().isShowing());
    paste
        .textBox("paste.text")
        .setText(
            "{\"username\": \"dave\", \"password\": \"k7w2m-aaaaa\", \"port\": 5009, \"ip\":"
                + " \"198.51.100.7\"}");
    pictures(paste.target(), "paste");
    paste.button("paste.use").click();
    DialogFixture form = dialog("contact");
    assertThat(form.textBox("contact.name").text()).isEqualTo("dave");
    form.button("contact.save").click();
    DialogFixture reply = dialog("handOver");
    assertThat(reply.textBox("handOver.text").text())
        .contains("\"alice\"")
        .contains("192.168.1.20")
        .doesNotContain("password");
    pictures(reply.target(), "reply");
    reply.button("handOver.close").click();
    assertThat(contact("dave").port()).isEqualTo(5009);
  }

  @Test
  void an_answer_to_an_invitation_gets_the_invitations_password() {
    start();
    window.button("contacts.invite").click();
    DialogFixture invite = dialog("handOver");
    String text = invite.textBox("handOver.text").text();
    pictures(invite.target(), "invite");
    invite.button("handOver.close").click();
    String password = text.replaceAll("(?s).*\"password\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    assertThat(password).hasSizeGreaterThan(20);
    window.button("contacts.paste").click();
    DialogFixture paste = dialog("paste");
    paste
        .textBox("paste.text")
        .setText("{\"username\": \"dave\", \"port\": 5009, \"ip\": \"198.51.100.7\"}");
    paste.button("paste.use").click();
    DialogFixture form = dialog("contact");
    form.button("contact.save").click();
    eventually("saved", () -> window.table("contacts.table").rowCount() == 3);
    assertThat(String.valueOf(contact("dave").password())).isEqualTo(password);
  }

  @Test
  void every_control_of_the_forms_has_an_accessible_name() {
    start();
    assertThat(withoutAccessibleName(window.target())).isEmpty();
    window.button("contacts.add").click();
    DialogFixture form = dialog("contact");
    assertThat(withoutAccessibleName(form.target())).isEmpty();
    form.button("contact.cancel").click();
    window.button("contacts.invite").click();
    DialogFixture invite = dialog("handOver");
    assertThat(withoutAccessibleName(invite.target())).isEmpty();
    invite.button("handOver.close").click();
  }
}
