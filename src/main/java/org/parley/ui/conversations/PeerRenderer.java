package org.parley.ui.conversations;

import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;

/** A line of the contact list: who, when, the last line, and how many are unread. */
final class PeerRenderer extends JPanel implements ListCellRenderer<Entry> {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final JLabel avatar = new JLabel();
  private final JLabel name = Plain.label("", "strong");
  private final JLabel time = Plain.label("", "note");
  private final JLabel last = Plain.label("", "note");
  private final Badge badge = new Badge();

  PeerRenderer(UiContext context) {
    super(
        new MigLayout(
            "insets 10 16 10 16, fillx, gap 8 2, hidemode 3", "[]8[grow, fill][]", "[][18!]"));
    this.context = context;
    name.setHorizontalTextPosition(JLabel.LEADING);
    name.setIconTextGap(6);
    add(avatar, "spany 2, aligny center");
    add(name, "wmin 0");
    add(time, "wrap");
    add(last, "wmin 0");
    add(badge, "alignx right");
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends Entry> list, Entry entry, int index, boolean selected, boolean focused) {
    Message message = entry.conversation().last();
    int unread = entry.unread();
    avatar.setIcon(new Avatar(entry.title(), 36, selected ? "pageBackground" : Avatar.GROUND));
    name.setText(SafeText.line(entry.title(), 200));
    name.setIcon(
        entry.note().blocked()
            ? Icons.of("block", 12)
            : entry.note().muted() ? Icons.of("mute", 12) : null);
    time.setText(message == null ? "" : new Times(context).brief(message.time()));
    last.setText(lastLine(message));
    badge.show(unread, entry.note().unread(), entry.note().muted());
    setBackground(selected ? list.getSelectionBackground() : list.getBackground());
    setOpaque(true);
    getAccessibleContext()
        .setAccessibleName(
            unread == 0 && !entry.note().unread()
                ? name.getText() + ", " + last.getText()
                : context.word(
                    "ui.conversations.accessible",
                    name.getText(),
                    Math.max(1, unread),
                    last.getText()));
    return this;
  }

  private String lastLine(@Nullable Message message) {
    if (message == null) {
      return context.word("ui.conversations.nothingYet");
    }
    if (message.fate() == Fate.REMOVED) {
      return context.word("ui.message.removed");
    }
    String line = SafeText.line(message.text(), 120);
    return switch (message.fate()) {
      case WAITING, SENDING, FAILED, CANCELLED ->
          context.word("ui.conversations.last", context.word("ui.fate." + message.fate()), line);
      case DELIVERED -> context.word("ui.conversations.you", line);
      case RECEIVED, REMOVED -> line;
    };
  }
}
