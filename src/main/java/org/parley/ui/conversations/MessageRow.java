package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;

/** One message: its bubble, time and state, and under it why it was not delivered. */
final class MessageRow extends WrappedRow {
  private static final long serialVersionUID = 1L;

  /** A bubble takes at most this part of the width, in percent. */
  private static final int WIDEST = 80;

  /** What a message shows before somebody asks for all of it: characters, and lines. */
  private static final int FOLD_CHARACTERS = 3000;

  private static final int FOLD_LINES = 40;

  private static final int PAD_X = 12;
  private static final int PAD_Y = 8;
  private static final int GAP = 4;

  private final UiContext context;
  private final MessageActions actions;
  private final boolean outgoing;
  private final JPanel bubble = new JPanel(null);
  private final JLabel meta = Plain.label("", "note");
  private final JTextArea reason = Plain.prose("", 0, "fault");
  private final JPanel buttons = new JPanel(new MigLayout("insets 0, gap 16"));
  private final JButton unfold;
  private MessageText text;
  private Message message;
  private boolean folded;
  private int cachedWidth = -1;
  private int cachedHeight;

  MessageRow(UiContext context, Message message, String why, MessageActions actions) {
    this.context = context;
    this.actions = actions;
    this.message = message;
    this.outgoing = message.outgoing();
    folded = !fold(message.text()).equals(message.text());
    text = text(message);
    unfold =
        Buttons.quiet(
            "message.unfold",
            context.word("ui.message.unfold", message.text().length()),
            this::onUnfold);
    bubble.putClientProperty("FlatLaf.styleClass", outgoing ? "outgoing" : "incoming");
    bubble.add(text);
    bubble.add(meta);
    bubble.add(unfold);
    buttons.setOpaque(false);
    add(bubble);
    add(reason);
    add(buttons);
    show(message, why);
  }

  private MessageText text(Message of) {
    String whole = of.text();
    MessageText made =
        new MessageText(
            of.fate() == Fate.REMOVED
                ? context.word("ui.message.removed")
                : folded ? fold(whole) + "…" : whole);
    made.setName("message.text");
    made.getAccessibleContext().setAccessibleName(context.word("ui.message.text"));
    MessageMenu.install(made, context, () -> SafeText.visible(whole));
    return made;
  }

  /** The beginning of a long text; the text itself where it is short. */
  static String fold(String whole) {
    int end = Math.min(whole.length(), FOLD_CHARACTERS);
    int lines = 0;
    for (int i = 0; i < end; i++) {
      if (whole.charAt(i) == '\n' && ++lines == FOLD_LINES) {
        end = i;
      }
    }
    if (end < whole.length() && end > 0 && Character.isHighSurrogate(whole.charAt(end - 1))) {
      end--;
    }
    return whole.substring(0, end);
  }

  private void onUnfold() {
    folded = false;
    bubble.remove(text);
    text = text(message);
    bubble.add(text);
    changed();
  }

  /** Shows a later state of the same message; what is selected stays so. */
  void show(Message now, String why) {
    boolean otherText =
        !now.text().equals(message.text())
            || (now.fate() == Fate.REMOVED) != (message.fate() == Fate.REMOVED);
    message = now;
    if (otherText) {
      onUnfold();
    }
    FateWords words = new FateWords(context);
    String state = words.state(now);
    String time = new Times(context).clock(now.time());
    meta.setText(state.isEmpty() ? time : time + "  ·  " + state);
    meta.setIcon(state.isEmpty() ? null : Icons.of(FateWords.icon(now.fate()), 14));
    meta.putClientProperty("FlatLaf.styleClass", now.fate() == Fate.FAILED ? "fault" : "note");
    reason.setText(why);
    reason.setVisible(!why.isEmpty());
    buttons.removeAll();
    String id = now.id();
    boolean pending = now.fate() == Fate.FAILED || now.fate() == Fate.WAITING;
    buttons.setVisible(outgoing && pending && id != null);
    if (outgoing && pending && id != null) {
      addButtons(id);
    }
    unfold.setVisible(folded);
    changed();
  }

  private void addButtons(String id) {
    JButton retry =
        Buttons.quiet("message.retry", context.word("ui.message.retry"), () -> actions.retry(id));
    retry.setIcon(Icons.of("retry", 14));
    JButton cancel =
        Buttons.quiet(
            "message.cancel", context.word("ui.message.cancel"), () -> actions.cancel(id));
    cancel.setIcon(Icons.of("cancel", 14));
    buttons.add(retry);
    buttons.add(cancel);
  }

  private void changed() {
    unfold.setVisible(folded);
    cachedWidth = -1;
    revalidate();
    repaint();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    cachedWidth = -1;
  }

  @Override
  int heightAt(int width) {
    if (width != cachedWidth) {
      cachedHeight = arrange(width, false);
      cachedWidth = width;
    }
    return cachedHeight;
  }

  @Override
  public void doLayout() {
    arrange(getWidth(), true);
  }

  /** Computes the height at a width, and, if wanted, places everything. */
  private int arrange(int width, boolean place) {
    int padX = UIScale.scale(PAD_X);
    int padY = UIScale.scale(PAD_Y);
    int gap = UIScale.scale(GAP);
    int most = width * WIDEST / 100 - 2 * padX;
    Dimension metaSize = meta.getPreferredSize();
    Dimension unfoldSize = folded ? unfold.getPreferredSize() : new Dimension();
    int least = Math.max(metaSize.width, unfoldSize.width);
    int inner = Math.min(most, Math.max(least, text.widestLine() + 1));
    int textHeight = text.heightAt(inner);
    int bubbleWidth = inner + 2 * padX;
    int y = padY + textHeight;
    int unfoldY = y + gap;
    y += folded ? gap + unfoldSize.height : 0;
    int metaY = y + gap;
    int bubbleHeight = metaY + metaSize.height + padY;
    int x = outgoing ? width - bubbleWidth : 0;
    int below = bubbleHeight;
    int reasonHeight = reason.isVisible() ? proseHeight(most + 2 * padX) : 0;
    int reasonY = below + gap;
    below += reason.isVisible() ? gap + reasonHeight : 0;
    Dimension buttonsSize = buttons.isVisible() ? buttons.getPreferredSize() : new Dimension();
    if (place) {
      bubble.setBounds(x, 0, bubbleWidth, bubbleHeight);
      text.setBounds(padX, padY, inner, textHeight);
      unfold.setBounds(padX, unfoldY, unfoldSize.width, unfoldSize.height);
      int metaX = outgoing ? bubbleWidth - padX - metaSize.width : padX;
      meta.setBounds(metaX, metaY, metaSize.width, metaSize.height);
      int reasonWidth = Math.min(most + 2 * padX, proseWidth());
      reason.setBounds(outgoing ? width - reasonWidth : 0, reasonY, reasonWidth, reasonHeight);
      buttons.setBounds(
          outgoing ? width - buttonsSize.width : 0,
          below + gap,
          buttonsSize.width,
          buttonsSize.height);
    }
    return below + (buttons.isVisible() ? gap + buttonsSize.height : 0);
  }

  private int proseWidth() {
    return reason.getFontMetrics(reason.getFont()).stringWidth(reason.getText()) + UIScale.scale(8);
  }

  private int proseHeight(int width) {
    javax.swing.text.View view = reason.getUI().getRootView(reason);
    view.setSize(Math.min(width, proseWidth()), Short.MAX_VALUE);
    return (int) Math.ceil(view.getPreferredSpan(javax.swing.text.View.Y_AXIS));
  }

  /** The message that is shown. */
  Message message() {
    return message;
  }

  /** The text component. */
  MessageText textComponent() {
    return text;
  }
}
