package org.parley.ui;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.FocusTraversalPolicy;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;

/** Who hears a key or a click now; all on the event thread. */
final class KeyTarget {
  private KeyTarget() {}

  /** What has the focus. */
  static Component owner() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
  }

  /** Whether a key would be heard: a window itself has none, nor what a dialog stands over. */
  static boolean hears() {
    Component owner = owner();
    return owner != null
        && owner.isShowing()
        && !isBlocked(windowOf(owner))
        && (owner instanceof JComponent || within((Window) owner).isEmpty());
  }

  /** What a window manager would give the focus to, unless something that hears has it. */
  static Optional<Component> inTurn() {
    if (hears()) {
      return Optional.empty();
    }
    return Arrays.stream(Window.getWindows())
        .filter(one -> one.isShowing() && one.isFocusableWindow() && !isBlocked(one))
        .reduce((older, newer) -> newer)
        .flatMap(KeyTarget::within);
  }

  /** Whether it is that window that hears. */
  static boolean isIn(Window window) {
    return hears() && windowOf(owner()) == window;
  }

  /** What in a window had the focus last, or would have it first. */
  static Optional<Component> within(Window window) {
    FocusTraversalPolicy order = window.getFocusTraversalPolicy();
    // In memory a window itself comes first in its order.
    Component first =
        window instanceof RootPaneContainer root
            ? order.getComponentAfter(window, root.getRootPane())
            : null;
    return Stream.of(window.getMostRecentFocusOwner(), order.getDefaultComponent(window), first)
        .filter(one -> one instanceof JComponent && one.isShowing())
        .findFirst();
  }

  /** What has the focus and which windows show, for whoever waits in vain. */
  static String told() {
    KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    return "; in focus: "
        + owner()
        + "; in the window: "
        + manager.getFocusedWindow()
        + "; showing: "
        + Arrays.stream(Window.getWindows())
            .filter(Window::isShowing)
            .map(one -> one.getName() + (isBlocked(one) ? " (blocked)" : ""))
            .toList();
  }

  /** Whether something can be clicked on. */
  static boolean isReady(Component target) {
    return target.isShowing() && target.isEnabled() && !isBlocked(windowOf(target));
  }

  /** The window of something, or itself. */
  static Window windowOf(Component of) {
    return of instanceof Window window ? window : SwingUtilities.getWindowAncestor(of);
  }

  /** Whether a dialog stands over that window, which so hears of nothing. */
  static boolean isBlocked(Window window) {
    for (Window one : window.getOwnedWindows()) {
      if ((one instanceof Dialog dialog && dialog.isModal() && dialog.isShowing())
          || isBlocked(one)) {
        return true;
      }
    }
    return false;
  }
}
