package org.parley.ui;

import java.time.Instant;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Icons;
import org.parley.ui.common.LineAbove;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Status;

/** What is known of reaching and being reached, of the journal, and of what waits. */
final class StatusLine extends JPanel {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final JLabel place = part("address");
  private final JLabel reached = part(null);
  private final JLabel secrets = part("lock");
  private final JLabel trouble = part("failed");
  private final JLabel clock = part("clock");
  private final JLabel waiting = part("waiting");
  private final JLabel journal = part("check");

  StatusLine(UiContext context, MainModel model) {
    super(new MigLayout("insets 6 16 6 16, fillx, gap 24, hidemode 3", "[grow][]"));
    this.context = context;
    setBorder(new LineAbove());
    setName("status");
    place.setName("status.place");
    reached.setName("status.reached");
    waiting.setName("status.waiting");
    journal.setName("status.journal");
    trouble.setName("status.trouble");
    trouble.putClientProperty("FlatLaf.styleClass", "fault");
    clock.putClientProperty("FlatLaf.styleClass", "fault");
    // Where there is little room, what is more easily missed is cut first, and what is wrong last.
    JPanel left = row();
    left.add(place, "wmin 0, shrinkprio 250");
    left.add(reached, "wmin 0, gapbefore 24, shrinkprio 300");
    left.add(trouble, "wmin 0, gapbefore 24");
    left.add(clock, "wmin 0, gapbefore 24, shrinkprio 200");
    left.add(secrets, "wmin 0, gapbefore 24, shrinkprio 200");
    JPanel right = row();
    right.add(waiting);
    right.add(journal, "gapbefore 24");
    add(left, "wmin 0");
    add(right);
    model.status.follow(status -> status.ifPresent(this::show));
    model.secrets.follow(
        s -> {
          secrets.setVisible(s.ready() < s.total());
          secrets.setText(context.word("ui.status.secrets", s.ready(), s.total()));
        });
    model.trouble.follow(
        text -> {
          trouble.setVisible(!text.isEmpty());
          trouble.setText(SafeText.line(text, 200));
        });
  }

  private static JPanel row() {
    JPanel row = new JPanel(new MigLayout("insets 0, nogrid, hidemode 3"));
    row.setOpaque(false);
    return row;
  }

  private static JLabel part(@org.jspecify.annotations.Nullable String icon) {
    JLabel label = Plain.label("", "note");
    if (icon != null) {
      label.setIcon(Icons.of(icon, 14));
    }
    return label;
  }

  private void show(Status status) {
    place.setText(place(status));
    Instant last = status.lastReached();
    reached.setText(
        last == null
            ? context.word("ui.status.notReached")
            : context.word("ui.status.reached", new Times(context).ago(last)));
    waiting.setVisible(status.waiting() > 0);
    waiting.setText(context.word("ui.status.waiting", status.waiting()));
    boolean damaged = status.journal() == Status.Journal.DAMAGED;
    journal.putClientProperty("FlatLaf.styleClass", damaged ? "fault" : "note");
    journal.setText(context.word("ui.status.journal." + status.journal(), status.entries()));
    Long offset = status.clockOffsetMillis();
    clock.setVisible(offset != null);
    clock.setText(offset == null ? "" : context.word("ui.status.clock", Math.abs(offset) / 1000));
  }

  private String place(Status status) {
    if (status.port() == 0) {
      return context.word("ui.status.notListening");
    }
    return status.addresses().isEmpty()
        ? context.word("ui.status.noAddress", Integer.toString(status.port()))
        : context.word(
            "ui.status.place",
            context.listed(status.addresses().stream().limit(2).toList()),
            Integer.toString(status.port()));
  }
}
