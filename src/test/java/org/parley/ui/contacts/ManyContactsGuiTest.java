package org.parley.ui.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JFrame;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.parley.directory.Directories;
import org.parley.ui.WindowTest;
import org.parley.ui.workplace.FakeWorkplace;

/** The Directory tab over 5,000 contacts does work for what is in sight only. */
class ManyContactsGuiTest extends WindowTest {
  private static final int MANY = 5000;

  /** Several paintings of all rows that fit into the window, and far from all of them. */
  private static final int A_FEW_WINDOWS = 400;

  private final FakeWorkplace workplace = new FakeWorkplace();
  private final AtomicInteger refilled = new AtomicInteger();
  private FrameFixture window;

  private void start(int contacts) {
    workplace.become(Directories.many(contacts, workplace.self()));
    JFrame frame =
        GuiActionRunner.execute(
            () -> {
              ContactsController controller = new ContactsController(ui, workplace, name -> {});
              JFrame made = new JFrame();
              made.setContentPane(controller.component());
              controller.start();
              return made;
            });
    window = new FrameFixture(robot, frame);
    window.show(new Dimension(960, 560));
    robot.waitForIdle();
    GuiActionRunner.execute(
        () ->
            window
                .table("contacts.table")
                .target()
                .getModel()
                .addTableModelListener(event -> refilled.incrementAndGet()));
  }

  private int rowsLookedAt() {
    return workplace.talk.reachedAsked.getAndSet(0);
  }

  private String name(int row) {
    return window.table("contacts.table").valueAt(TableCell.row(row).column(0));
  }

  private static int components(Container in) {
    int count = 0;
    for (Component child : in.getComponents()) {
      count += 1 + (child instanceof Container inner ? components(inner) : 0);
    }
    return count;
  }

  @Test
  void no_contact_has_a_component_of_its_own() {
    start(3);
    int few = GuiActionRunner.execute(() -> components(window.target()));
    workplace.become(Directories.many(MANY, workplace.self()));
    eventually("shown", () -> window.table("contacts.table").rowCount() == MANY);
    int many = GuiActionRunner.execute(() -> components(window.target()));
    assertThat(many).isEqualTo(few);
  }

  @Test
  void opening_filtering_and_editing_look_at_the_rows_in_sight_only() {
    start(MANY);
    assertThat(rowsLookedAt()).isBetween(1, A_FEW_WINDOWS);
    pictures(window.target(), "contacts-many");
    rowsLookedAt();

    window.textBox("contacts.filter").setText("contact 4321");
    eventually("found", () -> window.table("contacts.table").rowCount() == 1);
    assertThat(name(0)).isEqualTo("contact 4321");
    assertThat(rowsLookedAt()).isLessThan(A_FEW_WINDOWS);

    window.button("contacts.edit").click();
    DialogFixture form = dialog("contact");
    form.textBox("contact.port").setText("6001");
    form.button("contact.save").click();
    eventually("saved", () -> !form.target().isShowing());
    robot.waitForIdle();
    assertThat(refilled).hasValue(1);
    assertThat(rowsLookedAt()).isLessThan(A_FEW_WINDOWS);

    window.textBox("contacts.filter").setText("");
    eventually("all", () -> window.table("contacts.table").rowCount() == MANY);
    assertThat(window.table("contacts.table").target().getSelectedRow()).isEqualTo(4320);
    assertThat(rowsLookedAt()).isLessThan(A_FEW_WINDOWS);

    window.button("contacts.undo").click();
    eventually("undone", () -> !window.button("contacts.undo").target().isEnabled());
    assertThat(refilled).hasValue(2);
  }
}
