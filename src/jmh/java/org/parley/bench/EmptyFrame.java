package org.parley.bench;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.EventQueue;
import javax.swing.JFrame;

/** The least that a program with this look can show: what {@link StartRow} compares with. */
public final class EmptyFrame {
  private EmptyFrame() {}

  /** Shows it. */
  public static void main(String[] args) {
    EventQueue.invokeLater(
        () -> {
          FlatLightLaf.setup();
          JFrame frame = new JFrame("empty");
          frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
          frame.setSize(480, 360);
          frame.setLocationRelativeTo(null);
          frame.setVisible(true);
        });
  }
}
