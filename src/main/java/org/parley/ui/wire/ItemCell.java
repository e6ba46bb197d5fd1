package org.parley.ui.wire;

import java.awt.Component;
import java.time.Instant;
import java.util.Objects;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Theme;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.WireItem;

/** A line of the list: which way, with whom, when, and what came of it. */
final class ItemCell extends JPanel implements ListCellRenderer<WireItem> {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final transient WireWords words;
  private final JLabel way = new JLabel();
  private final JLabel title = Plain.label("", "strong");
  private final JLabel time = Plain.label("", "note");
  private final JLabel result = Plain.label("", "note");

  ItemCell(UiContext context) {
    super(new MigLayout("insets 8 16 8 16, fillx, gap 8 2", "[16!]8[grow, fill][]"));
    this.context = context;
    this.words = new WireWords(context);
    setOpaque(true);
    add(way);
    add(title, "wmin 0");
    add(time, "wrap");
    add(result, "skip 1, spanx 2, growx, wmin 0");
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends WireItem> list, WireItem item, int index, boolean selected, boolean focused) {
    boolean connection = item.kind() == WireItem.Kind.CONNECTION;
    way.setIcon(
        Icons.of(
            connection
                ? item.outgoing() ? "up" : "down"
                : switch (item.kind()) {
                  case LOCAL, CONNECTION -> "edit";
                  case REMOVED -> "remove";
                  case DAMAGED -> "failed";
                }));
    title.setText(words.title(item));
    time.setText(item.began() == null ? "" : time(item));
    result.setText(SafeText.line(words.result(item), 300));
    setBackground(selected ? list.getSelectionBackground() : list.getBackground());
    title.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
    way.setForeground(item.failed() ? Theme.colour("faultForeground") : title.getForeground());
    result.setForeground(
        item.failed()
            ? Theme.colour("faultForeground")
            : selected ? list.getSelectionForeground() : Theme.colour("quietForeground"));
    time.setForeground(selected ? list.getSelectionForeground() : Theme.colour("quietForeground"));
    getAccessibleContext()
        .setAccessibleName(
            connection
                ? context.word(
                    item.outgoing() ? "ui.wire.spoken.outgoing" : "ui.wire.spoken.incoming",
                    title.getText(),
                    time.getText(),
                    result.getText())
                : title.getText() + ", " + result.getText());
    return this;
  }

  private String time(WireItem item) {
    Times times = new Times(context);
    Instant began = Objects.requireNonNull(item.began());
    String brief = times.brief(began);
    String clock = times.clock(began);
    return brief.equals(clock) ? clock : brief + " " + clock;
  }
}
