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

/** Paints windows into files under target/pictures, for people to look at. */
public final class Pictures {
  private static final int SCALE = Integer.getInteger("parley.pictures.scale", 1);

  private Pictures() {}

  /** Paints a window's content, as it stands now. */
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
      Path folder = Files.createDirectories(Path.of("target", "pictures"));
      ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
