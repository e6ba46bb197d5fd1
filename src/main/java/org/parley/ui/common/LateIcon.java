package org.parley.ui.common;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.util.function.Supplier;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * An icon that is read only once its place was shown: the first window need not wait for the
 * renderer of icons to be loaded. For the event thread.
 */
final class LateIcon implements Icon {
  private final int size;
  private final Supplier<Icon> source;
  private boolean asked;
  private @Nullable Icon icon;

  LateIcon(int size, Supplier<Icon> source) {
    this.size = size;
    this.source = source;
  }

  @Override
  public void paintIcon(Component on, Graphics graphics, int x, int y) {
    if (icon != null) {
      icon.paintIcon(on, graphics, x, y);
    } else if (!asked) {
      asked = true;
      EventQueue.invokeLater(
          () -> {
            icon = source.get();
            on.repaint();
          });
    }
  }

  @Override
  public int getIconWidth() {
    return size;
  }

  @Override
  public int getIconHeight() {
    return size;
  }
}
