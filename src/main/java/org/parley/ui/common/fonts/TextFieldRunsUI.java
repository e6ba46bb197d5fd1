package org.parley.ui.common.fonts;

import com.formdev.flatlaf.ui.FlatTextFieldUI;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;
import javax.swing.text.Element;
import javax.swing.text.JTextComponent;
import javax.swing.text.View;
import org.jspecify.annotations.Nullable;

/** FlatLaf's text field, which shows pictures, too, and letters that its font does not have. */
public final class TextFieldRunsUI extends FlatTextFieldUI {
  private @Nullable RunsWanted wanted;

  /** What Swing asks for by this name. */
  public static ComponentUI createUI(JComponent component) {
    return new TextFieldRunsUI();
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
    return new FieldParagraph(element);
  }
}
