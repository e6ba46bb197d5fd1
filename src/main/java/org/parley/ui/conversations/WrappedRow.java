package org.parley.ui.conversations;

import javax.swing.JPanel;

/** A row of the message list, whose height depends on its width. */
abstract class WrappedRow extends JPanel {
  private static final long serialVersionUID = 1L;

  /** Room at both sides within the row, in px before scaling: for what is drawn around a row. */
  static final int SIDE = 8;

  WrappedRow() {
    super(null);
    setOpaque(false);
  }

  /** Height in px at a width in px. */
  abstract int heightAt(int width);
}
