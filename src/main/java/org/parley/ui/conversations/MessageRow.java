package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Objects;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;

/** One message: its bubble, time and state, and under it why it was not delivered. */
final class MessageRow extends TalkRow {
  private static final long serialVersionUID = 1L;

  /** A bubble takes at most this part of the width, in percent. */
  private static final int WIDEST = 80;

  private static final int PAD_X = 12;
  private static final int PAD_Y = 8;
  private static final int GAP = 4;
  private static final int TOP = 2;

  /** One part in so many more than a text was measured. */
  private static final int ROOM = 32;

  private final UiContext context;
  private final MessageActions actions;
  private final RowSelection selection;
  private final boolean outgoing;
  private final JPanel bubble = new Bubble();
  private final JLabel meta = Plain.label("", "note");
  private final JTextArea reason = Plain.prose("", 0, "fault");
  private final JPanel buttons = new JPanel(new MigLayout("insets 0, gap 16"));
  private RowBody body;
  private Message message;
  private int cachedWidth = -1;
  private int cachedHeight;

  MessageRow(
      UiContext context,
      Message message,
      String why,
      MessageActions actions,
      RowSelection selection) {
    this.context = context;
    this.actions = actions;
    this.selection = selection;
    this.message = message;
    this.outgoing = message.outgoing();
    setName("message");
    bubble.putClientProperty("FlatLaf.styleClass", outgoing ? "outgoing" : "incoming");
    body = body(message);
    bubble.add(meta);
    meta.setHorizontalAlignment(outgoing ? JLabel.RIGHT : JLabel.LEFT);
    buttons.setOpaque(false);
    add(bubble);
    add(reason);
    add(buttons);
    selection.follow(this, this);
    show(message, why);
  }

  private RowBody body(Message of) {
    return new RowBody(context, bubble, of.text(), this::made, this::changed);
  }

  private void made(MessageText text) {
    text.asksForMenu(() -> menu(text));
    text.onLink(actions::link);
    selection.follow(this, text);
  }

  /** Shows a later state of the same message; what is selected stays so. */
  void show(Message now, String why) {
    boolean otherText = !now.text().equals(message.text());
    message = now;
    if (otherText) {
      body.remove();
      body = body(now);
    }
    FateWords words = new FateWords(context);
    String state = words.state(now);
    String time = new Times(context).clock(now.time());
    meta.setText(state.isEmpty() ? time : time + "  ·  " + state);
    meta.setIcon(state.isEmpty() ? null : Icons.of(FateWords.icon(now.fate()), 14));
    meta.putClientProperty("FlatLaf.styleClass", now.fate() == Fate.FAILED ? "fault" : "note");
    boolean again = now.fate() == Fate.SENDING && buttons.isVisible();
    if (!again) {
      reason.setText(why);
      reason.setVisible(!why.isEmpty());
    }
    showButtons(now, again);
    getAccessibleContext().setAccessibleName(words.spoken(now));
    changed();
  }

  /** A try that is one of many changes no row's height: nothing jumps from under the pointer. */
  private void showButtons(Message now, boolean again) {
    boolean pending = now.fate() == Fate.FAILED || now.fate() == Fate.WAITING;
    String id = now.id();
    boolean wanted = outgoing && (pending || again) && id != null;
    for (Component button : buttons.getComponents()) {
      button.setEnabled(!again);
    }
    if (wanted == buttons.isVisible() && wanted == (buttons.getComponentCount() > 0)) {
      return; // the focus may be on one of them
    }
    buttons.removeAll();
    buttons.setVisible(wanted);
    if (wanted) {
      addButtons(Objects.requireNonNull(id));
    }
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
  private int arrange(int whole, boolean place) {
    int side = UIScale.scale(SIDE);
    int top = UIScale.scale(TOP);
    int width = whole - 2 * side;
    int padX = UIScale.scale(PAD_X);
    int padY = UIScale.scale(PAD_Y);
    int gap = UIScale.scale(GAP);
    int most = width * WIDEST / 100 - 2 * padX;
    Dimension metaSize = roomy(meta.getPreferredSize());
    int inner = Math.min(most, Math.max(metaSize.width, body.widest()));
    int metaY = padY + body.arrange(padX, padY, inner, place) + gap;
    int bubbleWidth = inner + 2 * padX;
    int bubbleHeight = metaY + metaSize.height + padY;
    int below = top + bubbleHeight;
    int reasonWidth = Math.min(most + 2 * padX, proseWidth());
    int reasonHeight = reason.isVisible() ? proseHeight(reasonWidth) : 0;
    int reasonY = below + gap;
    below += reason.isVisible() ? gap + reasonHeight : 0;
    Dimension buttonsSize = buttons.isVisible() ? buttons.getPreferredSize() : new Dimension();
    if (place) {
      bubble.setBounds(side + (outgoing ? width - bubbleWidth : 0), top, bubbleWidth, bubbleHeight);
      int metaX = outgoing ? bubbleWidth - padX - metaSize.width : padX;
      meta.setBounds(metaX, metaY, metaSize.width, metaSize.height);
      reason.setBounds(side + reasonIndent(width, reasonWidth), reasonY, reasonWidth, reasonHeight);
      buttons.setBounds(
          side + (outgoing ? width - buttonsSize.width : 0),
          below + gap,
          buttonsSize.width,
          buttonsSize.height);
    }
    return below + top + (buttons.isVisible() ? gap + buttonsSize.height : 0);
  }

  /** The text, not its box, which has some room, ends at the bubble's edge. */
  private int reasonIndent(int width, int reasonWidth) {
    return outgoing && reason.isVisible()
        ? width - (int) Math.ceil(Plain.drawnWidth(reason, reasonWidth))
        : 0;
  }

  private int proseWidth() {
    int width = reason.getFontMetrics(reason.getFont()).stringWidth(reason.getText());
    return roomy(new Dimension(width, 0)).width;
  }

  /** On a screen of another scale a text is a little wider than it was measured. */
  private static Dimension roomy(Dimension measured) {
    return new Dimension(
        measured.width + measured.width / ROOM + UIScale.scale(4), measured.height);
  }

  private int proseHeight(int width) {
    javax.swing.text.View view = reason.getUI().getRootView(reason);
    view.setSize(width, Short.MAX_VALUE);
    return (int) Math.ceil(view.getPreferredSpan(javax.swing.text.View.Y_AXIS));
  }

  @Override
  public JPopupMenu getComponentPopupMenu() {
    return menu(null);
  }

  private JPopupMenu menu(@Nullable MessageText text) {
    List<Message> all = selection.chosen();
    return all.size() > 1 && isChosen()
        ? MessageMenu.of(context, actions, all, selection::clear)
        : MessageMenu.of(
            context, actions, message, body.links(), text, () -> selection.toggle(this));
  }

  /** Marks where a part of the text is; empty: nowhere. */
  void mark(String part) {
    body.mark(part);
  }

  @Override
  Message message() {
    return message;
  }

  @Override
  boolean shows(Message one) {
    return Exchange.same(one, message);
  }

  /** The first piece of the text. */
  MessageText textComponent() {
    return body.texts().get(0);
  }

  /** All pieces of the text that are shown. */
  List<MessageText> textComponents() {
    return body.texts();
  }
}
