package org.parley.ui.settings;

import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** One page of the settings: parts under each other. */
final class Section extends JPanel {
  private static final long serialVersionUID = 1L;

  /** Width of its lines, in px before scaling. */
  static final int WIDTH = 400;

  Section(JComponent... parts) {
    super(new MigLayout("insets 0 0 8 0, fillx, wrap 1, gap 0 24, hidemode 3", "[grow, fill]"));
    setOpaque(false);
    for (JComponent part : parts) {
      add(part);
    }
  }
}
