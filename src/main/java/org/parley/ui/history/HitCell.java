package org.parley.ui.history;

import java.awt.Color;
import java.awt.Component;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.parley.messaging.Fate;
import org.parley.messaging.HistoryHit;
import org.parley.messaging.Message;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Theme;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;

/**
 * A hit: with whom, which way, what became of it, when; under it the text around what was found.
 */
final class HitCell extends JPanel implements ListCellRenderer<HistoryHit> {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final JLabel peer = Plain.label("", "strong");
  private final JLabel state = Plain.label("", "note");
  private final JLabel time = Plain.label("", "note");
  private final ExcerptLine excerpt = new ExcerptLine();

  HitCell(UiContext context) {
    super(new MigLayout("insets 8 24 8 24, fillx, gap 8 2", "[]8[grow, fill][]"));
    this.context = context;
    setOpaque(true);
    peer.setIconTextGap(8);
    add(peer, "wmin 0, wmax 50%");
    add(state, "wmin 0");
    add(time, "wrap");
    add(
        excerpt,
        "spanx, growx, wmin 0, gapleft 20"); // below the name, beside which is an icon of 12
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends HistoryHit> list,
      HistoryHit hit,
      int index,
      boolean selected,
      boolean focused) {
    Message message = hit.message();
    boolean failed = message.fate() == Fate.FAILED;
    peer.setText(SafeText.line(message.peer(), 100));
    peer.setIcon(Icons.of(message.outgoing() ? "up" : "down", 12));
    state.setText(
        message.fate() == Fate.RECEIVED
            ? context.word("ui.history.received")
            : context.word("ui.fate." + message.fate()));
    Times times = new Times(context);
    time.setText(
        context.word("ui.time.on", times.day(message.time()), times.clock(message.time())));
    excerpt.show(
        message.fate() == Fate.REMOVED
            ? new Excerpt(context.word("ui.message.removed"), List.of())
            : Excerpt.of(hit));
    setBackground(selected ? list.getSelectionBackground() : list.getBackground());
    Color ink = selected ? list.getSelectionForeground() : list.getForeground();
    Color quiet = selected ? ink : Theme.colour("quietForeground");
    peer.setForeground(ink);
    excerpt.setForeground(message.fate() == Fate.REMOVED ? quiet : ink);
    time.setForeground(quiet);
    state.setForeground(failed ? Theme.colour("faultForeground") : quiet);
    getAccessibleContext()
        .setAccessibleName(
            context.word(
                message.outgoing() ? "ui.history.spoken.ours" : "ui.history.spoken.theirs",
                peer.getText(),
                time.getText() + ", " + state.getText(),
                SafeText.line(message.text(), 300)));
    return this;
  }
}
