package org.parley.ui.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.parley.directory.Contact;
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

  private DialogFixture dialog(String name) {
    return WindowFinder.findDialog(name).using(robot);
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
    remove.checkBox("remove.withdraw").requireSelected();
    pictures(remove.target(), "remove");
    remove.button("remove.yes").click();
    eventually("removed", () -> window.table("contacts.table").rowCount() == 1);
    eventually("withdrawn", () -> workplace.talk.calls().contains("withdraw bob"));
    window.button("contacts.undo").click();
    eventually("back", () -> window.table("contacts.table").rowCount() == 2);
    assertThat(String.valueOf(contact("bob").password())).isEqualTo("shared pass");
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
