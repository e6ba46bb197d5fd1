package org.parley.ui.common;

import com.formdev.flatlaf.util.UIScale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Says what will be here, and how to begin. */
public final class EmptyPlace extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int WIDEST = 336;
  private static final int MARGIN = 24;

  private final CentredProse prose;

  /** A heading, a sentence, an icon, and buttons to begin with. */
  public EmptyPlace(String title, String sentence, String icon, JButton... buttons) {
    super(new MigLayout("insets 24, fill, wrap 1, gap 0 8", "[center]", "push[][][][]push"));
    putClientProperty("FlatLaf.styleClass", "page");
    JLabel picture = Plain.label("", "note");
    picture.setIcon(Icons.of(icon, 40));
    prose = new CentredProse(sentence, UIScale.scale(WIDEST));
    add(picture);
    add(Plain.label(title, "heading"));
    add(prose);
    if (buttons.length > 0) {
      JPanel row = new JPanel(new MigLayout("insets 8 0 0 0, gap 8"));
      row.setOpaque(false);
      for (JButton button : buttons) {
        row.add(button);
      }
      add(row);
    }
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    prose.wrapAt(Math.min(UIScale.scale(WIDEST), width - 2 * UIScale.scale(MARGIN)));
    super.setBounds(x, y, width, height);
  }
}
