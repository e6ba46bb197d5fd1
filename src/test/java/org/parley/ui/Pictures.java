package org.parley.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JDialog;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;

/**
 * Paints windows into files under target/pictures, for people to look at. {@code
 * -Dparley.pictures.scale=2} paints them at 200%.
 */
public final class Pictures {
  private static final int SCALE = Integer.getInteger("parley.pictures.scale", 1);

  private Pictures() {}

  /** Paints a window's content, as it stands now. The name may begin with a folder. */
  public static void take(Window window, String name) {
    GuiActionRunner.execute(
        () -> {
          Container root =
              window instanceof JFrame frame
                  ? frame.getRootPane()
                  : ((JDialog) window).getRootPane();
          write(paint(root), name);
        });
  }

  private static BufferedImage paint(Component component) {
    BufferedImage picture =
        new BufferedImage(
            component.getWidth() * SCALE,
            component.getHeight() * SCALE,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D to = picture.createGraphics();
    to.scale(SCALE, SCALE);
    component.paint(to);
    to.dispose();
    return picture;
  }

  private static void write(BufferedImage picture, String name) {
    try {
      String scale = SCALE == 1 ? "" : "@" + SCALE + "x";
      Path file = Path.of("target", "pictures").resolve(name + scale + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
