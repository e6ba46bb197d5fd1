package org.parley.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.ui.WindowTest;

class InputsGuiTest extends WindowTest {
  private JFrame frame;
  private JPanel panel;
  private JTextField field;

  @BeforeEach
  void build() {
    GuiActionRunner.execute(
        () -> {
          field = new JTextField(10);
          panel = new JPanel();
          panel.add(field);
          frame = new JFrame();
          frame.getContentPane().add(panel);
          frame.pack();
        });
  }

  @AfterEach
  void dispose() {
    GuiActionRunner.execute(frame::dispose);
  }

  /** Else the window would give the focus to what cannot have it, and so to nothing. */
  @Test
  void what_is_within_something_hidden_is_not_remembered_for_the_focus() {
    assertThat(afterFocus(false)).isFalse();
  }

  @Test
  void what_can_be_seen_once_its_window_shows_gets_the_focus_then() {
    assertThat(afterFocus(true)).isTrue();
  }

  private boolean afterFocus(boolean seen) {
    return GuiActionRunner.execute(
        () -> {
          panel.setVisible(seen);
          Inputs.focus(field);
          return frame.getMostRecentFocusOwner() == field;
        });
  }
}
