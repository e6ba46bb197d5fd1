package org.parley.ui.wire;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;

/** Who the two lifelines of a ladder are. */
final class LadderHead extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JLabel we;
  private final JLabel peer = Plain.label("", "note");
  private final JLabel time;
  private final JLabel state;

  LadderHead(UiContext ui) {
    super(null);
    putClientProperty("FlatLaf.styleClass", "page");
    we = Plain.label(ui.word("ui.wire.you"), "note");
    time = Plain.label(ui.word("ui.wire.fact.time"), "note");
    state = Plain.label(ui.word("ui.wire.fact.state"), "note");
    add(we);
    add(peer);
    add(time);
    add(state);
  }

  void show(Optional<String> name) {
    setVisible(name.isPresent());
    peer.setText(name.orElse(""));
    revalidate();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(UIScale.scale(200), we.getPreferredSize().height + UIScale.scale(8));
  }

  @Override
  public void doLayout() {
    int left = LadderCell.ours(getWidth());
    int right = LadderCell.theirs(getWidth());
    int room = (right - left) / 2 - UIScale.scale(8);
    place(time, UIScale.scale(16), left - UIScale.scale(24));
    place(we, left - UIScale.scale(4), room);
    int wide = Math.min(room, peer.getPreferredSize().width);
    place(peer, right - wide + UIScale.scale(4), wide);
    place(state, right + UIScale.scale(12), getWidth() - right - UIScale.scale(16));
  }

  private void place(JLabel label, int x, int most) {
    Dimension wanted = label.getPreferredSize();
    label.setBounds(x, UIScale.scale(4), Math.max(0, Math.min(most, wanted.width)), wanted.height);
  }
}
