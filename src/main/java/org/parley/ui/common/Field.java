package org.parley.ui.common;

import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A form's field: what it is called, the input, and under it a hint or what is wrong with it. */
public final class Field extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JComponent input;
  private final JComponent row;
  private final JTextArea below;
  private String hint = "";

  /**
   * A field that is marked through its own input.
   *
   * @param width of the hint's lines, in px before scaling
   */
  public Field(String name, JComponent input, int width) {
    this(name, input, input, width);
  }

  /** A field whose input stands in a row with something else. */
  public Field(String name, JComponent input, JComponent row, int width) {
    super(new MigLayout("insets 0, fillx, wrap 1, gap 0 4, hidemode 3", "[grow, fill]"));
    this.input = input;
    this.row = row;
    JLabel label = Plain.label(name);
    label.setLabelFor(input);
    input.getAccessibleContext().setAccessibleName(name);
    below = Plain.prose("", width, "note");
    below.setName(input.getName() + ".message");
    setOpaque(false);
    add(label);
    add(row);
    add(below);
    setFault(null);
  }

  /** What helps to fill it in; shown while nothing is wrong. */
  public void setHint(String text) {
    hint = text;
    setFault(null);
  }

  /** What is wrong, as a sentence; null if nothing is. */
  public void setFault(@Nullable String sentence) {
    below.putClientProperty("FlatLaf.styleClass", sentence == null ? "note" : "fault");
    below.setText(sentence == null ? hint : sentence);
    below.setVisible(!below.getText().isEmpty());
    for (JComponent edge : List.of(input, row)) { // that of a text area is its scroll pane's
      edge.putClientProperty("JComponent.outline", sentence == null ? null : "error");
      edge.repaint();
    }
    input.getAccessibleContext().setAccessibleDescription(below.getText());
    revalidate();
  }
}
