package org.parley.ui.common;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A dialog: heading, content, and a row of buttons whose first is taken by Enter. Esc closes it.
 * {@link #open()} waits, on the event thread, until it is closed.
 */
public final class Sheet {
  private final JDialog dialog;
  private final JPanel content =
      new JPanel(new MigLayout("insets 24 24 8 24, fillx, wrap 1, gap 0 16", "[grow, fill]"));
  private final JPanel buttons =
      new JPanel(
          new MigLayout("insets 16 24 24 24, nogrid, fillx, gap 8, alignx right, hidemode 3"));
  private @Nullable Runnable onClose;

  /** A sheet over the window that holds {@code over}. */
  public Sheet(@Nullable Component over, String name, String title) {
    Window owner =
        over instanceof Window window
            ? window
            : over == null ? null : SwingUtilities.getWindowAncestor(over);
    dialog = new JDialog(owner, title, modality());
    dialog.setName(name);
    dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    dialog.setIconImages(Icons.windowImages());
    dialog.getAccessibleContext().setAccessibleName(title);
    buttons.setOpaque(false);
    content.add(Plain.label(title, "title"), "gapbottom 0");
    JPanel whole = new JPanel(new BorderLayout());
    whole.add(scrolling(), BorderLayout.CENTER);
    whole.add(buttons, BorderLayout.SOUTH);
    dialog.setContentPane(whole);
    Inputs.onKey(
        dialog.getRootPane(),
        KeyStroke.getKeyStroke("ESCAPE"),
        JComponent.WHEN_IN_FOCUSED_WINDOW,
        this::close);
  }

  /** Where a large text makes it larger than the screen, one scrolls, and the buttons stay. */
  private JScrollPane scrolling() {
    JScrollPane scroll = new JScrollPane(content);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getVerticalScrollBar().setUnitIncrement(16);
    return scroll;
  }

  /** Over its own window only, so that another profile's window goes on; where the toolkit can. */
  private static Dialog.ModalityType modality() {
    Dialog.ModalityType own = Dialog.ModalityType.DOCUMENT_MODAL;
    return Toolkit.getDefaultToolkit().isModalityTypeSupported(own)
        ? own
        : Dialog.ModalityType.APPLICATION_MODAL;
  }

  /** Adds a part under what is there. */
  public Sheet add(JComponent part) {
    content.add(part, "growx");
    return this;
  }

  /** Adds a part that takes no place while it does not show. */
  Sheet addHiding(JComponent part) {
    content.add(part, "growx, hidemode 3");
    return this;
  }

  /** Adds a part that takes what height is left. */
  public Sheet addGrowing(JComponent part) {
    content.add(part, "grow, push");
    return this;
  }

  /** The button that Enter presses; add it first. */
  public Sheet mainButton(JButton button) {
    dialog.getRootPane().setDefaultButton(button);
    buttons.add(button, "tag ok");
    return this;
  }

  /** Another button. */
  public Sheet button(JButton button) {
    buttons.add(button, "tag cancel");
    return this;
  }

  /** A button at the other end of the row. */
  public Sheet sideButton(JButton button) {
    buttons.add(button, "tag help2, push");
    return this;
  }

  /** Called once when the sheet has closed, however it did. */
  public Sheet onClose(Runnable action) {
    onClose = action;
    return this;
  }

  /** Shows it and waits until it is closed. */
  public void open() {
    fit();
    dialog.setLocationRelativeTo(dialog.getOwner());
    dialog.setVisible(true);
    if (onClose != null) {
      onClose.run();
    }
  }

  /**
   * Makes it as large as its content now wants, never smaller than it is, nor larger than the
   * screen.
   */
  public void fit() {
    Dimension before = dialog.getSize();
    dialog.pack();
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    dialog.setSize(
        Math.min(screen.width, Math.max(before.width, dialog.getWidth())),
        Math.min(screen.height, Math.max(before.height, dialog.getHeight())));
  }

  /** Closes it. */
  public void close() {
    dialog.dispose();
  }

  /** What dialogs over this one belong to. */
  public Component component() {
    return dialog;
  }
}
