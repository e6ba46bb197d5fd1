package org.parley.ui.contacts;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;

/** Says that the file on the disk cannot be read, why, and what can be done. */
final class DiskNotice extends JPanel {
  private static final long serialVersionUID = 1L;

  DiskNotice(UiContext context, ContactsModel model, ContactsController controller) {
    super(new MigLayout("insets 8 16 8 16, fillx, gap 12, hidemode 3", "[][grow, fill][][]"));
    setName("contacts.disk");
    putClientProperty("FlatLaf.styleClass", "notice");
    JTextArea sentence = Plain.fluid("");
    sentence.setName("contacts.disk.sentence");
    JButton open =
        Buttons.of(
            "contacts.disk.open", context.word("ui.contacts.disk.open"), controller::onOpenSealed);
    add(new JLabel(Icons.of("failed")));
    add(sentence, "wmin 0");
    add(open);
    add(
        Buttons.of(
            "contacts.disk.mine", context.word("ui.contacts.disk.mine"), controller::onKeepMine));
    model.trouble.follow(
        trouble -> {
          setVisible(trouble.isPresent());
          trouble.ifPresent(
              t -> {
                sentence.setText(t.sentence());
                open.setVisible(t.asksPassphrase());
              });
        });
  }
}
