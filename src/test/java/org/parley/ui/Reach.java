package org.parley.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.FocusTraversalPolicy;
import java.awt.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractButton;
import javax.swing.DefaultButtonModel;
import javax.swing.InputMap;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JList;
import javax.swing.JRadioButton;
import javax.swing.JScrollBar;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.LayoutFocusTraversalPolicy;
import javax.swing.text.JTextComponent;

/**
 * Walks a window's whole tree and says what somebody without sight or without a mouse would miss.
 * On the event thread.
 */
final class Reach {
  private final Window window;
  private final List<String> problems = new ArrayList<>();
  private int controls;

  private Reach(Window window) {
    this.window = window;
  }

  /** What is wrong with what shows in the window; empty if nothing is. */
  static List<String> problems(Window window) {
    Reach reach = new Reach(window);
    Set<Component> cycle = reach.cycle();
    reach.walk(window, cycle);
    if (reach.controls == 0) {
      reach.problems.add("no control at all");
    }
    String name = window.getAccessibleContext().getAccessibleName();
    if (name == null || name.isBlank()) {
      reach.problems.add("the window has no name");
    }
    return reach.problems;
  }

  /** Everything that Tab leads to. */
  private Set<Component> cycle() {
    Set<Component> reached = new HashSet<>();
    FocusTraversalPolicy policy = new Order();
    Component at = policy.getFirstComponent(window);
    while (at != null && reached.add(at)) {
      Container root = at.getFocusCycleRootAncestor();
      at = policy.getComponentAfter(root == null ? window : root, at);
    }
    return reached;
  }

  /**
   * Swing's own order. Swing asks the toolkit at the end whether the part can have the focus; the
   * toolkit in memory says no to each, so here the part itself is asked.
   */
  private static final class Order extends LayoutFocusTraversalPolicy {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean accept(Component part) {
      return part.isShowing() && part.isEnabled() && part.isFocusable() && takesKeys(part);
    }

    private static boolean takesKeys(Component part) {
      if (part instanceof JTable || part instanceof JTabbedPane || part instanceof JComboBox) {
        return true;
      }
      InputMap keys =
          part instanceof JComponent component
              ? component.getInputMap(JComponent.WHEN_FOCUSED)
              : null;
      return keys != null && keys.allKeys() != null && keys.allKeys().length > 0;
    }
  }

  private void walk(Container container, Set<Component> cycle) {
    for (Component child : container.getComponents()) {
      if (!child.isShowing() || child instanceof JScrollBar) {
        continue;
      }
      if (isControl(child)) {
        controls++;
        check(child, cycle);
      }
      if (child instanceof Container inner && !(child instanceof JComboBox)) {
        walk(inner, cycle);
      }
    }
  }

  private static boolean isControl(Component component) {
    return component instanceof AbstractButton
        || component instanceof JList
        || component instanceof JTable
        || component instanceof JComboBox
        || component instanceof JTabbedPane
        || (component instanceof JTextComponent && component.isFocusable() && !isShown(component));
  }

  /** A message's text: arrow keys go from row to row, and the row is what has the focus. */
  private static boolean isShown(Component component) {
    return component instanceof JEditorPane pane && !pane.isEditable();
  }

  private void check(Component control, Set<Component> cycle) {
    String what = control.getClass().getSimpleName() + " " + control.getName();
    AccessibleContext context = control.getAccessibleContext();
    String name = context.getAccessibleName();
    if (name == null || name.isBlank()) {
      problems.add(what + " has no accessible name");
    }
    AccessibleRole role = context.getAccessibleRole();
    if (role == null || role == AccessibleRole.UNKNOWN) {
      problems.add(what + " has no role");
    }
    if (control.isEnabled() && !cycle.contains(control) && !isInReachedGroup(control, cycle)) {
      problems.add(what + " is not reached by Tab");
    }
  }

  /** Arrow keys go from the one radio button that Tab reaches to the others. */
  private static boolean isInReachedGroup(Component control, Set<Component> cycle) {
    return control instanceof JRadioButton radio
        && radio.getModel() instanceof DefaultButtonModel model
        && cycle.stream()
            .anyMatch(
                c ->
                    c instanceof JRadioButton other
                        && other.getModel() instanceof DefaultButtonModel its
                        && its.getGroup() == model.getGroup());
  }
}
