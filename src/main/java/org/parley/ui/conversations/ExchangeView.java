package org.parley.ui.conversations;

import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.LineBelow;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;

/** One conversation: who it is, what was said, and what is being written. */
final class ExchangeView extends JPanel {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final ConversationsModel model;
  private final JLabel avatar = new JLabel();
  private final JLabel name = Plain.label("", "heading");
  private final JLabel about = Plain.label(" ", "note");
  private final JButton check;
  private final JPanel notice =
      new JPanel(new MigLayout("insets 8 16 8 8, fillx, hidemode 3", "[grow, fill][][]"));
  private final JTextArea noticeText = Plain.prose("", 360);
  private final JButton noticeButton;
  private final MessageList messages;
  private final Composer composer;
  private final JPanel unkept =
      new JPanel(new MigLayout("insets 12 24 16 24, fillx, gap 16", "[grow, fill][]"));
  private Optional<String> shown = Optional.empty();

  ExchangeView(UiContext context, ConversationsModel model, ConversationsController controller) {
    super(new MigLayout("insets 0, fill, wrap 1, gap 0, hidemode 3", "[grow, fill]"));
    this.context = context;
    this.model = model;
    putClientProperty("FlatLaf.styleClass", "page");
    FateWords words = new FateWords(context);
    messages =
        new MessageList(
            context,
            controller,
            m -> words.reason(m, model.openEntry(), model.reached.get()),
            controller::onOlder);
    messages.getAccessibleContext().setAccessibleName(context.word("ui.conversations.messages"));
    composer = new Composer(context, controller::onSend, controller::onWriting);
    check =
        Buttons.of("check", "check", context.word("ui.conversations.check"), controller::onCheck);
    noticeButton = Buttons.of("notice.act", "", controller::onNotice);
    add(header(), "growx");
    add(notice(controller), "gap 24 24 8 0");
    add(messages.scroll(), "grow, push");
    add(composer);
    add(unkept(controller));
    bind();
  }

  private JPanel header() {
    JPanel header =
        new JPanel(
            new MigLayout("insets 12 24 12 24, fillx, gap 12 2", "[][grow, fill][]", "[][]"));
    header.setOpaque(false);
    header.setBorder(new LineBelow());
    name.setName("header.name");
    about.setName("header.about");
    header.add(avatar, "spany 2");
    header.add(name, "wmin 0");
    header.add(check, "spany 2, wrap");
    header.add(about, "wmin 0");
    return header;
  }

  private JPanel notice(ConversationsController controller) {
    notice.setName("notice");
    notice.putClientProperty("FlatLaf.styleClass", "notice");
    noticeText.setName("notice.text");
    notice.add(noticeText, "growx, wmin 0, aligny center");
    notice.add(noticeButton);
    notice.add(
        Buttons.icon(
            "notice.close", "cancel", context.word("ui.common.close"), controller::onNoticeClosed));
    return notice;
  }

  private JPanel unkept(ConversationsController controller) {
    unkept.setOpaque(false);
    unkept.add(Plain.prose(context.word("ui.conversations.unkept"), 320, "note"), "wmin 0");
    unkept.add(
        Buttons.of(
            "again", "address", context.word("ui.conversations.again"), controller::onAgain));
    return unkept;
  }

  private void bind() {
    model.open.follow(open -> showHead());
    model.entries.follow(entries -> showHead());
    model.reached.follow(reached -> showHead());
    model.checking.follow(
        runs -> check.setText(context.word(runs ? "ui.check.cancel" : "ui.conversations.check")));
    model.notice.follow(
        now -> {
          notice.setVisible(now.isPresent());
          now.ifPresent(
              n -> {
                noticeText.setText(n.sentence());
                noticeButton.setVisible(n.act().isPresent());
                n.act().ifPresent(a -> noticeButton.setText(a.label()));
              });
        });
    model.exchange.follow(
        exchange -> {
          if (model.open.get().equals(shown)) {
            messages.show(exchange, model.firstUnread.get());
          }
        });
    model.draft.follow(composer::setText);
  }

  private void showHead() {
    Optional<Entry> entry = model.openEntry();
    boolean contact = entry.flatMap(Entry::contact).isPresent();
    String peer = model.open.get().orElse("");
    avatar.setIcon(new Avatar(peer, 36));
    name.setText(SafeText.line(peer, 200));
    about.setText(about(entry));
    check.setVisible(contact);
    composer.setVisible(contact);
    unkept.setVisible(!contact);
  }

  private String about(Optional<Entry> entry) {
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

  /** Begins with another conversation. */
  void opened() {
    shown = model.open.get();
    messages.open(model.exchange.get(), model.firstUnread.get());
  }

  String written() {
    return composer.text();
  }

  void focusComposer() {
    composer.focus();
  }
}
