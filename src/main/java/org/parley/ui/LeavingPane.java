package org.parley.ui;

import java.awt.event.MouseAdapter;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;

/** Lies over a window that goes, takes every click, and says what it waits for. */
final class LeavingPane extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JLabel sentence = Plain.label("", "strong");

  LeavingPane() {
    super(new MigLayout("fill", "[center]", "[center]"));
    setName("leaving");
    setOpaque(false);
    sentence.setName("leaving.sentence");
    JProgressBar bar = new JProgressBar();
    bar.setIndeterminate(true);
    JPanel card = new JPanel(new MigLayout("insets 24, wrap 1, gap 0 16", "[grow, fill]"));
    card.putClientProperty("FlatLaf.styleClass", "card");
    card.add(sentence);
    card.add(bar, "h 4!, wmin 240");
    add(card);
    addMouseListener(new MouseAdapter() {});
    setFocusTraversalKeysEnabled(false);
  }

  void say(String text) {
    sentence.setText(text);
    getAccessibleContext().setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (isVisible()) {
      Inputs.focus(this);
    }
  }
}
