package org.parley.ui.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import net.miginfocom.swing.MigLayout;

/**
 * One of a few, as a heading with radio buttons under it. Each button's name is the choice's name,
 * a dot, and the value.
 *
 * @param <T> what is chosen from
 */
public final class Choice<T> extends JPanel {
  private static final long serialVersionUID = 1L;

  private final transient Map<T, JRadioButton> buttons = new LinkedHashMap<>();

  /**
   * A choice.
   *
   * @param words the text of each value
   * @param chosen told of each that the user chooses
   */
  public Choice(
      String name,
      String title,
      List<T> values,
      Function<T, String> words,
      T now,
      Consumer<T> chosen) {
    super(new MigLayout("insets 0, wrap 1, gap 0 4"));
    setOpaque(false);
    setName(name);
    JLabel label = Plain.label(title, "strong");
    add(label, "gapbottom 4");
    ButtonGroup group = new ButtonGroup();
    for (T value : values) {
      JRadioButton button = Plain.withoutHtml(new JRadioButton());
      button.setText(words.apply(value));
      button.setName(name + "." + value);
      button.setOpaque(false);
      button.setSelected(value.equals(now));
      button.addActionListener(event -> chosen.accept(value));
      button.getAccessibleContext().setAccessibleDescription(title);
      group.add(button);
      buttons.put(value, button);
      add(button);
    }
  }

  /** Lets a value be chosen or not. */
  public void enable(T value, boolean enabled) {
    JRadioButton button = buttons.get(value);
    if (button != null) {
      button.setEnabled(enabled);
    }
  }
}
