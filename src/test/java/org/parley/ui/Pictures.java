package org.parley.ui;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JRootPane;
import javax.swing.RootPaneContainer;
import org.assertj.swing.edt.GuiActionRunner;

/**
 * Paints windows into files under target/pictures, for people to look at: at the scale of the
 * screen, which is what their letters were measured for.
 */
public final class Pictures {
  private Pictures() {}

  /** Paints a window's content, as it stands now. The name may begin with a folder. */
  public static void take(Window window, String name) {
    GuiActionRunner.execute(
        () -> {
          int scale = (int) window.getGraphicsConfiguration().getDefaultTransform().getScaleX();
          write(paint(window, scale), name + (scale == 1 ? "" : "@" + scale + "x"));
        });
  }

  private static BufferedImage paint(Window window, int scale) {
    JRootPane root = ((RootPaneContainer) window).getRootPane();
    BufferedImage picture =
        new BufferedImage(
            root.getWidth() * scale, root.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = picture.createGraphics();
    to.scale(scale, scale);
    root.paint(to);
    Point from = root.getLocationOnScreen();
    for (Window over : window.getOwnedWindows()) {
      if (over.isShowing() && over.getType() == Window.Type.POPUP) { // a menu
        Point at = over.getLocationOnScreen();
        Graphics2D there = (Graphics2D) to.create();
        there.translate(at.x - from.x, at.y - from.y);
        over.paint(there);
        there.dispose();
      }
    }
    to.dispose();
    return picture;
  }

  private static void write(BufferedImage picture, String name) {
    try {
      Path file = Path.of("target", "pictures").resolve(name + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
