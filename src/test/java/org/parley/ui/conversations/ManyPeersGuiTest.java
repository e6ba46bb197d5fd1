package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.parley.directory.Directories;
import org.parley.directory.Directory;
import org.parley.ui.WindowTest;
import org.parley.ui.workplace.FakeWorkplace;

/** The list of conversations does work for what is in sight only. */
class ManyPeersGuiTest extends WindowTest {
  private static final int MANY = 5000;
  private final FakeWorkplace workplace = new FakeWorkplace();
  private final AtomicInteger drawn = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();

  @Test
  void thousands_of_contacts_come_and_go_without_each_being_measured() throws Exception {
    try (TalkWindow window = new TalkWindow(robot, ui, workplace)) {
      JList<?> list = window.frame.list("peers").target();
      count(list);
      for (int round = 0; round < 2; round++) {
        become(list, Directories.many(MANY, workplace.self()));
        become(list, Directory.empty(workplace.self()));
      }
      assertThat(drawn).hasValueBetween(1, 1000);
      assertThat(told).hasValueLessThan(40);
    }
  }

  private void become(JList<?> list, Directory next) {
    workplace.become(next);
    eventually("listed", () -> list.getModel().getSize() == next.entries().size());
    robot.waitForIdle();
  }

  private <E> void count(JList<E> list) {
    GuiActionRunner.execute(
        () -> {
          ListCellRenderer<? super E> real = list.getCellRenderer();
          list.setCellRenderer(
              (in, entry, at, chosen, focused) -> {
                drawn.incrementAndGet();
                return real.getListCellRendererComponent(in, entry, at, chosen, focused);
              });
          list.getModel()
              .addListDataListener(
                  new ListDataListener() {
                    @Override
                    public void intervalAdded(ListDataEvent event) {
                      told.incrementAndGet();
                    }

                    @Override
                    public void intervalRemoved(ListDataEvent event) {
                      told.incrementAndGet();
                    }

                    @Override
                    public void contentsChanged(ListDataEvent event) {
                      told.incrementAndGet();
                    }
                  });
        });
  }
}
