package org.parley.ui.unlock;

import java.awt.Component;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.PassphraseSheet;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;
import org.parley.ui.unlock.UnlockModel.Page;

/** The frame of both pages. */
final class UnlockView {
  /** Width of the form, in px before scaling. */
  static final int WIDTH = 384;

  private static final int ICON_MILLIS = 50;

  private final UiContext ui;
  private final UnlockModel model;
  private final JFrame frame = new JFrame();
  private final JPanel content =
      new JPanel(new MigLayout("insets 32, fillx, wrap 1, gap 0 16, hidemode 3", "[fill, grow]"));
  private final JLabel title = Plain.label(" ", "title");
  private final javax.swing.JTextArea lead = Plain.prose("", WIDTH);
  private final UnlockController controller;
  // Each is made when it is first to be seen: most starts see one, and nobody likes to wait.
  private @Nullable UnlockPage unlock;
  private @Nullable FirstStartPage first;
  private final JPanel progress = new JPanel(new MigLayout("insets 0, fillx, wrap 1, gap 0 8"));
  private final JProgressBar bar = new JProgressBar();
  private final JLabel step = Plain.label(" ", "note");

  UnlockView(UiContext ui, UnlockModel model, UnlockController controller) {
    this.ui = ui;
    this.model = model;
    this.controller = controller;
    frame.setName("unlock");
    frame.setTitle(ui.word("ui.program"));
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            controller.onClose();
          }

          @Override
          public void windowOpened(WindowEvent event) {
            focus(model.page.get());
            // Drawn in six sizes, for which the window itself need not wait.
            ui.edt().after(ICON_MILLIS, () -> frame.setIconImages(Icons.windowImages()));
          }
        });
    JPanel head = new JPanel(new MigLayout("insets 0, gap 16", "[][grow]", "[center]"));
    head.setOpaque(false);
    head.add(new JLabel(Icons.mark(40)));
    head.add(title);
    bar.getAccessibleContext().setAccessibleName(ui.word("ui.unlock.progress"));
    progress.setOpaque(false);
    progress.add(bar, "growx, h 4!");
    progress.add(step);
    content.add(head);
    content.add(lead);
    content.add(progress);
    content.putClientProperty("FlatLaf.styleClass", "page");
    frame.setContentPane(content);
    Inputs.onKey(
        frame.getRootPane(),
        KeyStroke.getKeyStroke("ESCAPE"),
        JComponent.WHEN_IN_FOCUSED_WINDOW,
        controller::onClose);
    model.page.follow(this::turnTo);
    model.busy.follow(this::show);
    model.more.follow(more -> fitSoon());
    model.faults.follow(faults -> fitSoon());
  }

  private void turnTo(Page page) {
    boolean firstStart = page == Page.FIRST_START;
    if (firstStart && first == null) {
      first = new FirstStartPage(ui, model, controller);
      addPage(first);
    } else if (page == Page.UNLOCK && unlock == null) {
      unlock = new UnlockPage(ui, model, controller);
      addPage(unlock);
    }
    if (unlock != null) {
      unlock.setVisible(page == Page.UNLOCK);
    }
    if (first != null) {
      first.setVisible(firstStart);
    }
    boolean locked = model.locked.get();
    String other = locked ? "ui.locked.title" : "ui.unlock.title";
    title.setText(ui.word(firstStart ? "ui.first.title" : other));
    String otherLead = locked ? "ui.locked.lead" : "ui.unlock.lead";
    lead.setText(ui.word(firstStart ? "ui.first.lead" : otherLead));
    frame.getRootPane().setDefaultButton(mainButton(page));
    if (frame.isVisible()) {
      fit();
    }
    focus(page);
  }

  private void addPage(JComponent page) {
    content.add(page, "w " + WIDTH + "!", content.getComponentZOrder(progress));
  }

  private @Nullable JButton mainButton(Page page) {
    if (page == Page.FIRST_START) {
      return first == null ? null : first.mainButton();
    }
    return unlock == null ? null : unlock.mainButton();
  }

  private void focus(Page page) {
    if (page == Page.FIRST_START && first != null) {
      first.focus();
    } else if (unlock != null) {
      unlock.focus();
    }
  }

  private void show(Optional<OpeningStep> busy) {
    progress.setVisible(busy.isPresent());
    bar.setIndeterminate(busy.isPresent()); // it would move unseen, too
    step.setText(busy.map(s -> ui.word("ui.unlock.step." + s)).orElse(" "));
    fitSoon();
  }

  private void fit() {
    frame.pack();
  }

  /** Once the pages, which hear of a change later than this, show it. */
  private void fitSoon() {
    if (!frame.isVisible()) {
      return; // it is fitted when it is shown
    }
    ui.edt()
        .run(
            () -> {
              if (frame.isVisible()) {
                fit();
              }
            });
  }

  void show() {
    fit();
    frame.setLocationRelativeTo(null);
    frame.setVisible(true);
  }

  void close() {
    if (unlock != null) {
      unlock.forget();
    }
    if (first != null) {
      first.forget();
    }
    frame.dispose();
  }

  boolean offersNewProfile() {
    return Dialogs.ask(
        frame,
        ui,
        ui.word("ui.forgotten.title"),
        ui.word("ui.forgotten.sentence"),
        ui.word("ui.forgotten.new"));
  }

  boolean agreesToSetAside(String sentence) {
    return Dialogs.ask(frame, ui, ui.word("ui.aside.title"), sentence, ui.word("ui.aside.agree"));
  }

  /** The passphrase of a sealed directory file, which the caller wipes; null for none. */
  char @Nullable [] askPassphrase(String sentence) {
    return new PassphraseSheet(ui, frame, ui.word("ui.contacts.import.passphrase.title"), sentence)
        .ask();
  }

  Component component() {
    return frame;
  }
}
