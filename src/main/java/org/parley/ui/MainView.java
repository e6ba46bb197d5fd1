package org.parley.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.parley.name.PeerName;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Forget;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;

/** The frame: a notice, the tabs, and the status line. */
final class MainView {
  private final UiContext ui;
  private final JFrame frame = new JFrame();
  private final JTabbedPane tabs = new JTabbedPane();
  private final MainController controller;
  private final List<Tab> shown;

  MainView(
      UiContext ui,
      MainModel model,
      MainController controller,
      PeerName self,
      Commands commands,
      List<Tab> shown) {
    this.ui = ui;
    this.controller = controller;
    this.shown = shown;
    frame.setName("main");
    String name = SafeText.line(self.toString(), 64);
    frame.setIconImages(Icons.windowImages());
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    tabs.setName("tabs");
    tabs.getAccessibleContext().setAccessibleName(ui.word("ui.window.tabs"));
    for (Tab tab : shown) {
      tabs.addTab(title(tab), Icons.of(tab.icon()), tab.component());
    }
    fill(commands);
    tabs.putClientProperty("JTabbedPane.trailingComponent", trailing(commands));
    tabs.putClientProperty("JTabbedPane.tabAreaAlignment", "leading");
    JPanel content =
        new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 0, hidemode 3", "[grow, fill]"));
    content.add(notice(model));
    content.add(tabs, "grow, push, wmin 0, hmin 0");
    content.add(new StatusLine(ui, model));
    frame.setContentPane(content);
    listen();
    for (Command command : commands.all()) {
      Inputs.onKey(frame.getRootPane(), command.key(), JComponent.WHEN_IN_FOCUSED_WINDOW, command);
    }
    LeavingPane leaving = new LeavingPane();
    frame.setGlassPane(leaving);
    model.unread.follow(
        unread -> {
          tabs.setTitleAt(
              0,
              unread == 0
                  ? title(shown.get(0))
                  : ui.word("ui.window.conversations.unread", unread));
          frame.setTitle(
              unread == 0
                  ? ui.word("ui.window.title", name)
                  : ui.word("ui.window.title.unread", name, unread));
        });
    model.leaving.follow(leaving::say);
  }

  private String title(Tab tab) {
    return ui.word("ui.window." + tab.id());
  }

  private void fill(Commands commands) {
    controller.fill(commands);
    for (int i = 0; i < shown.size(); i++) {
      int index = i;
      commands.tab(
          shown.get(i).id(),
          i,
          () -> {
            tabs.setSelectedIndex(index);
            controller.onTabKey();
          });
    }
    if (controller.canLock()) {
      commands.menu("lock", KeyEvent.VK_L, controller::lock);
    }
    commands.menu("settings", KeyEvent.VK_COMMA, controller::onSettings);
    commands.plain("keys", KeyEvent.VK_F1, controller::onKeys);
  }

  /** Buttons of what concerns the whole window. */
  private static JPanel trailing(Commands commands) {
    JPanel panel = new JPanel(new MigLayout("insets 0 0 0 16, gap 8, fill", "push[][]"));
    panel.setOpaque(false);
    for (String id : List.of("lock", "settings", "keys")) {
      commands.all().stream()
          .filter(command -> command.id().equals(id))
          .forEach(command -> panel.add(Buttons.icon(id, id, command)));
    }
    return panel;
  }

  private JPanel notice(MainModel model) {
    JPanel panel =
        new JPanel(new MigLayout("insets 8 16 8 16, fillx, gap 8", "[][grow, fill][][]"));
    panel.setName("stranger");
    panel.putClientProperty("FlatLaf.styleClass", "notice");
    panel.putClientProperty("FlatLaf.style", "arc: 0");
    JTextArea sentence = Plain.fluid("");
    sentence.setName("stranger.sentence");
    panel.add(new JLabel(Icons.of("stranger")));
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

  void show(Optional<Place> place) {
    frame.setMinimumSize(fitting(UIScale.scale(new Dimension(720, 480))));
    frame.setSize(fitting(UIScale.scale(new Dimension(1040, 720))));
    if (place.isPresent()) {
      Place before = place.get();
      frame.setBounds(before.bounds());
      frame.setExtendedState(before.state());
      tabs.setSelectedIndex(Math.min(before.tab(), tabs.getTabCount() - 1));
    } else {
      frame.setLocationByPlatform(true);
    }
    frame.setVisible(true);
  }

  /** Never larger than the screen, which a large text would otherwise make it. */
  private static Dimension fitting(Dimension wanted) {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    return new Dimension(
        Math.min(wanted.width, screen.width), Math.min(wanted.height, screen.height));
  }

  /** Where it stands now, with what the caller knows. */
  Place place(Optional<String> conversation) {
    return new Place(
        frame.getBounds(),
        frame.getExtendedState() & ~Frame.ICONIFIED,
        tabs.getSelectedIndex(),
        conversation);
  }

  void show(String id) {
    tabs.setSelectedIndex(index(id));
  }

  boolean shows(String id) {
    return tabs.getSelectedIndex() == index(id);
  }

  private int index(String id) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no tab " + id);
  }

  JFrame frame() {
    return frame;
  }

  /** The window goes, with every dialog over it, and nothing that it showed stays in it. */
  void close() {
    for (Component owned : frame.getOwnedWindows()) {
      ((java.awt.Window) owned).dispose();
    }
    frame.dispose();
    Forget.all(frame);
  }
}
