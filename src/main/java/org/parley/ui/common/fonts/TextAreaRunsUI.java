package org.parley.ui.common.fonts;

import com.formdev.flatlaf.ui.FlatTextAreaUI;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;
import javax.swing.text.BoxView;
import javax.swing.text.Element;
import javax.swing.text.JTextComponent;
import javax.swing.text.View;
import org.jspecify.annotations.Nullable;

/** FlatLaf's text area, which shows pictures, too, and letters that its font does not have. */
public final class TextAreaRunsUI extends FlatTextAreaUI {
  private @Nullable RunsWanted wanted;

  /** What Swing asks for by this name. */
  public static ComponentUI createUI(JComponent component) {
    return new TextAreaRunsUI();
  }

  @Override
  public void installUI(JComponent component) {
    super.installUI(component);
    wanted = new RunsWanted((JTextComponent) component, this::modelChanged);
  }

  @Override
  public void uninstallUI(JComponent component) {
    if (wanted != null) {
      wanted.end();
    }
    wanted = null;
    super.uninstallUI(component);
  }

  @Override
  public View create(Element element) {
    if (!RunsWanted.in(element.getDocument())) {
      return super.create(element);
    }
    return element.isLeaf() || element.getParentElement() != null
        ? new AreaParagraph(element)
        : new BoxView(element, View.Y_AXIS);
  }
}
