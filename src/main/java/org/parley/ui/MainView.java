package org.parley.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.parley.name.PeerName;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.contacts.ContactsController;
import org.parley.ui.conversations.ConversationsController;

/** The frame: a notice, the tabs, and the status line. */
final class MainView {
  private static final int CONVERSATIONS = 0;
  private static final int CONTACTS = 1;

  private final UiContext ui;
  private final JFrame frame = new JFrame();
  private final JTabbedPane tabs = new JTabbedPane();
  private final MainController controller;

  MainView(
      UiContext ui,
      MainModel model,
      MainController controller,
      PeerName self,
      ConversationsController conversations,
      ContactsController contacts) {
    this.ui = ui;
    this.controller = controller;
    frame.setName("main");
    frame.setTitle(ui.word("ui.window.title", self));
    frame.setIconImages(Icons.windowImages());
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    tabs.setName("tabs");
    tabs.getAccessibleContext().setAccessibleName(ui.word("ui.window.tabs"));
    tabs.addTab(
        ui.word("ui.window.conversations"), Icons.of("conversations"), conversations.component());
    tabs.addTab(ui.word("ui.window.directory"), Icons.of("directory"), contacts.component());
    tabs.putClientProperty("JTabbedPane.trailingComponent", trailing());
    tabs.putClientProperty("JTabbedPane.tabAreaAlignment", "leading");
    JPanel content =
        new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 0, hidemode 3", "[grow, fill]"));
    content.add(notice(model));
    content.add(tabs, "grow, push");
    content.add(new StatusLine(ui, model));
    frame.setContentPane(content);
    listen();
    keys();
    model.unread.follow(
        unread -> {
          tabs.setTitleAt(
              CONVERSATIONS,
              unread == 0
                  ? ui.word("ui.window.conversations")
                  : ui.word("ui.window.conversations.unread", unread));
          frame.setTitle(
              unread == 0
                  ? ui.word("ui.window.title", self)
                  : ui.word("ui.window.title.unread", self, unread));
        });
    model.closing.follow(
        closing -> {
          tabs.setEnabled(!closing);
          frame.getGlassPane().setVisible(closing);
        });
  }

  private JPanel trailing() {
    JPanel panel = new JPanel(new MigLayout("insets 0 0 0 16, gap 8, fill", "push[][]"));
    panel.setOpaque(false);
    panel.add(
        Buttons.icon(
            "settings", "settings", ui.word("ui.window.settings"), controller::onSettings));
    panel.add(Buttons.icon("keys", "keys", ui.word("ui.window.keys"), controller::onKeys));
    return panel;
  }

  private JPanel notice(MainModel model) {
    JPanel panel =
        new JPanel(new MigLayout("insets 8 16 8 16, fillx, gap 8", "[][grow, fill][][]"));
    panel.setName("stranger");
    panel.putClientProperty("FlatLaf.styleClass", "notice");
    panel.putClientProperty("FlatLaf.style", "arc: 0");
    JTextArea sentence = Plain.prose("", 480);
    sentence.setName("stranger.sentence");
    panel.add(new javax.swing.JLabel(Icons.of("stranger")));
    panel.add(sentence, "wmin 0");
    panel.add(Buttons.of("stranger.add", ui.word("ui.stranger.add"), controller::onStrangerAdd));
    panel.add(
        Buttons.of("stranger.ignore", ui.word("ui.stranger.ignore"), controller::onStrangerIgnore));
    model.stranger.follow(
        stranger -> {
          panel.setVisible(stranger.isPresent());
          stranger.ifPresent(
              s ->
                  sentence.setText(
                      ui.word(
                          "ui.stranger.sentence",
                          SafeText.quoted(s.name()),
                          SafeText.quoted(s.address()))));
        });
    return panel;
  }

  private void listen() {
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            controller.onClose();
          }

          @Override
          public void windowActivated(WindowEvent event) {
            controller.onActive(true);
          }

          @Override
          public void windowDeactivated(WindowEvent event) {
            controller.onActive(false);
          }
        });
    tabs.addChangeListener(event -> controller.onActive(frame.isActive()));
  }

  private void keys() {
    int menu = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
    on(KeyEvent.VK_K, menu, controller::onJump);
    on(KeyEvent.VK_F, menu, controller::onFind);
    on(KeyEvent.VK_N, menu, controller::onNewContact);
    on(KeyEvent.VK_N, menu | InputEvent.SHIFT_DOWN_MASK, controller::onMessageToAddress);
    on(KeyEvent.VK_1, menu, this::showConversations);
    on(KeyEvent.VK_2, menu, this::showContacts);
    on(KeyEvent.VK_COMMA, menu, controller::onSettings);
    on(KeyEvent.VK_UP, InputEvent.ALT_DOWN_MASK, () -> controller.onStep(-1));
    on(KeyEvent.VK_DOWN, InputEvent.ALT_DOWN_MASK, () -> controller.onStep(1));
    on(KeyEvent.VK_F1, 0, controller::onKeys);
  }

  private void on(int key, int modifiers, Runnable action) {
    Inputs.onKey(
        frame.getRootPane(),
        KeyStroke.getKeyStroke(key, modifiers),
        JComponent.WHEN_IN_FOCUSED_WINDOW,
        action);
  }

  void show() {
    frame.setMinimumSize(UIScale.scale(new Dimension(720, 480)));
    frame.setSize(UIScale.scale(new Dimension(1040, 720)));
    frame.setLocationByPlatform(true);
    frame.setVisible(true);
  }

  void showConversations() {
    tabs.setSelectedIndex(CONVERSATIONS);
  }

  void showContacts() {
    tabs.setSelectedIndex(CONTACTS);
  }

  boolean showsConversations() {
    return tabs.getSelectedIndex() == CONVERSATIONS;
  }

  JFrame frame() {
    return frame;
  }

  void close() {
    frame.dispose();
  }
}
