package org.parley.ui.conversations;

import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.LineBelow;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;

/** Who the other side of the open conversation is, and what can be done about it. */
final class ExchangeHeader extends JPanel {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final ConversationsModel model;
  private final JLabel avatar = new JLabel();
  private final JLabel name = Plain.label("", "heading");
  private final JLabel about = Plain.label(" ", "note");
  private final JButton check;
  private final JButton more;

  ExchangeHeader(UiContext context, ConversationsModel model, ConversationsController controller) {
    super(
        new MigLayout(
            "insets 12 24 12 16, fillx, gap 8 2, hidemode 3", "[]12[grow, fill][][][]", "[][]"));
    this.context = context;
    this.model = model;
    setOpaque(false);
    setBorder(new LineBelow());
    name.setName("header.name");
    about.setName("header.about");
    check =
        Buttons.of("check", "check", context.word("ui.conversations.check"), controller::onCheck);
    more = Buttons.icon("header.more", "more", context.word("ui.peer.menu"), () -> {});
    more.addActionListener(
        event ->
            model
                .openEntry()
                .map(e -> PeerMenu.of(context, e, controller))
                .ifPresent(
                    menu ->
                        menu.show(
                            more,
                            more.getWidth() - menu.getPreferredSize().width,
                            more.getHeight())));
    add(avatar, "spany 2");
    add(name, "wmin 0");
    add(check, "spany 2");
    add(
        Buttons.icon("header.find", "search", context.word("ui.peer.find"), controller::onFind),
        "spany 2");
    add(more, "spany 2, wrap");
    add(about, "wmin 0");
    model.open.follow(open -> update());
    model.entries.follow(entries -> update());
    model.reached.follow(reached -> update());
    model.checking.follow(
        runs -> check.setText(context.word(runs ? "ui.check.cancel" : "ui.conversations.check")));
  }

  /** Shows what is so now. */
  void update() {
    Optional<Entry> entry = model.openEntry();
    String peer = model.open.get().orElse("");
    String title = entry.map(Entry::title).orElse(peer);
    avatar.setIcon(new Avatar(title, 36, Avatar.GROUND));
    name.setText(SafeText.line(title, 200));
    boolean quiet = entry.filter(e -> e.note().muted()).isPresent();
    name.setIcon(quiet ? Icons.of("mute", 14) : null);
    name.setHorizontalTextPosition(JLabel.LEADING);
    about.setText(about(entry, peer, title));
    check.setVisible(entry.flatMap(Entry::contact).isPresent());
  }

  private String about(Optional<Entry> entry, String peer, String title) {
    String where = where(entry);
    return title.equals(peer)
        ? where
        : context.word("ui.conversations.realName", SafeText.quoted(peer), where);
  }

  private String where(Optional<Entry> entry) {
    if (entry.flatMap(Entry::contact).isEmpty()) {
      return context.word("ui.conversations.notContact");
    }
    return model
        .reached
        .get()
        .map(
            r ->
                context.word(
                    "ui.conversations.reached",
                    new Times(context).ago(r.at()),
                    SafeText.quoted(r.address())))
        .orElseGet(
            () -> {
              var place = entry.flatMap(Entry::contact).orElseThrow();
              return context.word(
                  "ui.conversations.never",
                  SafeText.quoted(place.host()),
                  Integer.toString(place.port()));
            });
  }
}
