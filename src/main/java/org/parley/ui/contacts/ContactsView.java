package org.parley.ui.contacts;

import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.DirectoryFile;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Talk;

/** The whole tab: own details, what can be done, the table. */
final class ContactsView {
  private final UiContext ui;
  private final ContactsModel model;
  private final JPanel page =
      new JPanel(new MigLayout("insets 24, fill, wrap 1, gap 0 16, hidemode 3", "[grow, fill]"));
  private final ContactsList list;
  private final ContactsTools tools;

  ContactsView(UiContext ui, ContactsModel model, ContactsController controller, Talk talk) {
    this.ui = ui;
    this.model = model;
    list = new ContactsList(ui, model, controller, talk);
    tools = new ContactsTools(ui, model, controller, list::focus);
    page.putClientProperty("FlatLaf.styleClass", "page");
    page.setName("contacts");
    page.add(details(controller));
    page.add(new DiskNotice(ui, model, controller));
    page.add(tools);
    page.add(list, "grow, push, hmin 0");
    page.add(foot(controller));
    keys(controller);
  }

  private JPanel details(ContactsController controller) {
    JPanel panel =
        new JPanel(new MigLayout("insets 12 16 12 16, fillx, gap 8 2", "[grow, fill][][]"));
    panel.putClientProperty("FlatLaf.styleClass", "incoming");
    JLabel text = Plain.label("", "strong");
    text.setName("contacts.details");
    JLabel note = Plain.label(ui.word("ui.contacts.details.note"), "note");
    panel.add(text, "wmin 0");
    panel.add(
        Buttons.of(
            "contacts.invite", "invite", ui.word("ui.contacts.invite"), controller::onInvite),
        "spany 2");
    panel.add(
        Buttons.of("contacts.paste", "paste", ui.word("ui.contacts.paste"), controller::onPaste),
        "spany 2, wrap");
    panel.add(note, "wmin 0");
    model.details.follow(text::setText);
    return panel;
  }

  private JPanel foot(ContactsController controller) {
    JPanel panel = new JPanel(new MigLayout("insets 0, fillx, gap 8", "[grow, fill][][]"));
    panel.setOpaque(false);
    JLabel notice = Plain.label("", "note");
    notice.setName("contacts.notice");
    JLabel plain = Plain.label("", "note");
    JButton seal = Buttons.quiet("contacts.seal", "", controller::onSeal);
    panel.add(notice, "wmin 0");
    panel.add(plain);
    panel.add(seal);
    model.kind.follow(
        kind -> {
          plain.setText(
              switch (kind) {
                case PLAIN, MISSING -> ui.word("ui.contacts.plain");
                case VAULT -> ui.word("ui.contacts.sealed");
                case PASSPHRASE -> ui.word("ui.contacts.sealed.own");
              });
          boolean sealed =
              kind == DirectoryFile.Kind.VAULT || kind == DirectoryFile.Kind.PASSPHRASE;
          seal.setText(ui.word(sealed ? "ui.contacts.unseal" : "ui.contacts.seal"));
        });
    model.notice.follow(
        sentence -> {
          notice.setText(sentence);
          notice.setToolTipText(sentence.isEmpty() ? null : sentence);
        });
    return panel;
  }

  /** Where the tab is in sight, but for a field that somebody types into. */
  private void keys(ContactsController controller) {
    int menu = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
    int shift = InputEvent.SHIFT_DOWN_MASK;
    onKey(KeyStroke.getKeyStroke(KeyEvent.VK_Z, menu), controller::onUndo);
    onKey(KeyStroke.getKeyStroke(KeyEvent.VK_Z, menu | shift), controller::onRedo);
    onKey(KeyStroke.getKeyStroke(KeyEvent.VK_Y, menu), controller::onRedo);
  }

  private void onKey(KeyStroke key, Runnable action) {
    Inputs.onKey(
        page,
        key,
        JComponent.WHEN_IN_FOCUSED_WINDOW,
        () -> {
          if (!(KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner()
              instanceof JTextComponent)) {
            action.run();
          }
        });
  }

  /** Selects an entry and brings it into sight. */
  void show(DirectoryEntry entry) {
    list.show(entry);
  }

  void focusFilter() {
    tools.focusFilter();
  }

  JPanel component() {
    return page;
  }
}
