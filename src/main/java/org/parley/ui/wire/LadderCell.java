package org.parley.ui.wire;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.StoredEntry;
import org.parley.ui.common.Icons;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Theme;
import org.parley.ui.common.UiContext;

/**
 * A step of the ladder: two lifelines, us on the left, the peer on the right, and an arrow with the
 * PDU's type and size; beside it the time and the state that it led to.
 */
final class LadderCell extends JPanel implements ListCellRenderer<StoredEntry> {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final int HEIGHT = 44;
  private static final int TIME = 96;
  private static final int STATE = 136;
  private static final int SIDE = 16;
  private static final int HEAD = 5;
  private static final float[] DASH = {4, 3};

  private final UiContext context;
  private final transient WireWords words;
  private final transient Icon locked = Icons.of("lock", 12);
  private transient @Nullable Entry entry;
  private boolean encrypted;

  LadderCell(UiContext context) {
    this.context = context;
    this.words = new WireWords(context);
    setOpaque(true);
  }

  /** Where our lifeline is in a ladder of that width. */
  static int ours(int width) {
    return UIScale.scale(SIDE + TIME);
  }

  /** Where the peer's is. */
  static int theirs(int width) {
    return Math.max(ours(width) + UIScale.scale(120), width - UIScale.scale(SIDE + STATE));
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(UIScale.scale(400), Math.max(UIScale.scale(HEIGHT), lines()));
  }

  private int lines() {
    return getFont() == null ? 0 : 2 * getFontMetrics(getFont()).getHeight() + UIScale.scale(10);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends StoredEntry> list,
      StoredEntry row,
      int index,
      boolean selected,
      boolean focused) {
    entry = row.entry();
    encrypted = entry != null && new PduParts(entry).encrypted();
    setFont(list.getFont());
    setBackground(selected ? list.getSelectionBackground() : list.getBackground());
    setForeground(selected ? list.getSelectionForeground() : list.getForeground());
    getAccessibleContext().setAccessibleName(spoken(row));
    return this;
  }

  private String spoken(StoredEntry row) {
    Entry shown = row.entry();
    if (shown == null || shown.direction() == Direction.LOCAL) {
      return context.word("ui.wire.row", row.seq());
    }
    return context.word(
        shown.direction() == Direction.SENT ? "ui.wire.step.sent" : "ui.wire.step.received",
        WireWords.type(shown),
        words.outcome(shown),
        context.word(encrypted ? "ui.wire.encrypted" : "ui.wire.plain"));
  }

  @Override
  protected void paintComponent(Graphics g) {
    super.paintComponent(g);
    Graphics2D to = (Graphics2D) g.create();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Object hints = Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints");
    if (hints instanceof Map<?, ?> known) {
      to.addRenderingHints(known);
    } else {
      to.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }
    Entry shown = entry;
    if (shown != null) {
      paint(to, shown);
    }
    to.dispose();
  }

  private void paint(Graphics2D to, Entry shown) {
    int left = ours(getWidth());
    int right = theirs(getWidth());
    boolean sent = shown.direction() == Direction.SENT;
    boolean good =
        !shown.outcome().startsWith("rejected") && !shown.outcome().startsWith("ignored");
    Color line = Theme.colour("lineColor");
    Color quiet = good ? Theme.colour("quietForeground") : Theme.colour("faultForeground");
    FontMetrics metrics = to.getFontMetrics(getFont());
    int middle = getHeight() / 2 + metrics.getHeight() / 2 - UIScale.scale(2);
    to.setColor(line);
    to.setStroke(new BasicStroke(UIScale.scale(2f)));
    to.drawLine(left, 0, left, getHeight());
    to.drawLine(right, 0, right, getHeight());
    arrow(to, left, right, middle, sent, good);
    to.setFont(getFont());
    label(to, shown, left, right, middle - UIScale.scale(6));
    to.setFont(getFont().deriveFont(getFont().getSize2D() - 1));
    to.setColor(quiet);
    FontMetrics small = to.getFontMetrics();
    String time = CLOCK.format(shown.time().atZone(zone()));
    int y = middle + small.getAscent() / 2 - UIScale.scale(1);
    to.drawString(time, UIScale.scale(SIDE), y);
    String state = shown.state() == null ? "" : SafeText.line(shown.state(), 40);
    to.drawString(
        clipped(state, small, getWidth() - right - UIScale.scale(20)),
        right + UIScale.scale(12),
        y);
  }

  private ZoneId zone() {
    return context.clock().getZone();
  }

  private void arrow(Graphics2D to, int left, int right, int y, boolean sent, boolean good) {
    int from = sent ? left : right;
    int end = sent ? right : left;
    int head = UIScale.scale(HEAD) * (sent ? -1 : 1);
    to.setColor(good ? Theme.colour("linkForeground") : Theme.colour("faultForeground"));
    to.setStroke(
        good
            ? new BasicStroke(UIScale.scale(1.5f))
            : new BasicStroke(
                UIScale.scale(1.5f), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASH, 0));
    to.drawLine(from, y, end, y);
    to.setStroke(new BasicStroke(UIScale.scale(1.5f)));
    to.drawLine(end, y, end + head * 2, y - UIScale.scale(HEAD));
    to.drawLine(end, y, end + head * 2, y + UIScale.scale(HEAD));
  }

  /** The type, a lock where it is encrypted, and the size, in the middle above the arrow. */
  private void label(Graphics2D to, Entry shown, int left, int right, int baseline) {
    FontMetrics metrics = to.getFontMetrics();
    String size = shown.pduSize() == null ? "" : context.word("ui.wire.size", shown.pduSize());
    String type = clipped(WireWords.type(shown), metrics, (right - left) / 2);
    int gap = UIScale.scale(8);
    int icon = encrypted ? locked.getIconWidth() + gap / 2 : 0;
    int width = icon + metrics.stringWidth(type) + gap + metrics.stringWidth(size);
    int x = left + Math.max(gap, (right - left - width) / 2);
    to.setColor(getForeground());
    if (encrypted) {
      locked.paintIcon(this, to, x, baseline - locked.getIconHeight() + UIScale.scale(1));
    }
    to.drawString(type, x + icon, baseline);
    to.setColor(Theme.colour("quietForeground"));
    to.drawString(size, x + icon + metrics.stringWidth(type) + gap, baseline);
  }

  private static String clipped(String text, FontMetrics metrics, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
