package org.parley.ui.conversations;

import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.parley.messaging.Message;
import org.parley.messaging.PeerNote;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Act;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.conversations.ConversationsModel.Notice;

/** One conversation: who it is, what was said, and what is being written. */
final class ExchangeView extends JPanel {
  private static final long serialVersionUID = 1L;

  private final UiContext context;
  private final ConversationsModel model;
  private final ConversationsController controller;
  private final JPanel notice =
      new JPanel(new MigLayout("insets 8 16 8 8, fillx, hidemode 3", "[grow, fill][][][]"));
  private final JTextArea noticeText = Plain.fluid("");
  private final ExchangeHeader header;
  private final FindBar find;
  private final MessageList messages;
  private final MessagesPane pane;
  private final Composer composer;
  private final JPanel unkept;
  private final JPanel blocked;
  private Optional<String> shown = Optional.empty();

  ExchangeView(UiContext context, ConversationsModel model, ConversationsController controller) {
    super(new MigLayout("insets 0, fill, wrap 1, gap 0, hidemode 3", "[grow, fill]"));
    this.context = context;
    this.model = model;
    this.controller = controller;
    putClientProperty("FlatLaf.styleClass", "page");
    FateWords words = new FateWords(context);
    messages =
        new MessageList(
            context,
            controller.messageActions(),
            m -> words.reason(m, model.openEntry(), model.reached.get()),
            reader());
    messages.getAccessibleContext().setAccessibleName(context.word("ui.conversations.messages"));
    pane = new MessagesPane(context, messages.scroll(), controller::onNewest);
    find = new FindBar(context, model, controller);
    composer = new Composer(context, controller::onSend, controller::onWriting);
    unkept =
        instead(
            "ui.conversations.unkept",
            "again",
            "address",
            "ui.conversations.again",
            controller::onAgain);
    blocked =
        instead(
            "ui.conversations.blocked",
            "unblock",
            "block",
            "ui.peer.unblock",
            () -> model.openEntry().ifPresent(controller.peerActions()::block));
    notice.setName("notice");
    notice.putClientProperty("FlatLaf.styleClass", "notice");
    noticeText.setName("notice.text");
    header = new ExchangeHeader(context, model, controller);
    add(header);
    add(find);
    add(notice, "gap 24 24 8 0");
    add(pane, "grow, push, h 0:0"); // whatever the others leave: the composer grows as one writes
    add(new ChosenBar(context, messages.selection(), controller.messageActions()));
    add(composer);
    add(unkept);
    add(blocked);
    Inputs.onKey(this, "ESCAPE", this::escape);
    bind();
  }

  private MessageList.Reader reader() {
    return new MessageList.Reader() {
      @Override
      public void older() {
        controller.onOlder();
      }

      @Override
      public void newer() {
        controller.onNewer();
      }
    };
  }

  /** What stands in the place of the composer where nothing can be written. */
  private JPanel instead(String sentence, String name, String icon, String word, Runnable action) {
    JPanel panel =
        new JPanel(
            new MigLayout("insets 12 24 16 24, fillx, gap 16", "[grow, fill][]", "[center]"));
    panel.setOpaque(false);
    panel.add(Plain.fluid(context.word(sentence), "note"), "wmin 0");
    panel.add(Buttons.of(name, icon, context.word(word), action));
    return panel;
  }

  private void bind() {
    model.open.follow(open -> refresh());
    model.entries.follow(entries -> showWhatCanBeWritten());
    model.notice.follow(this::showNotice);
    model.exchange.follow(
        exchange -> {
          if (model.open.get().equals(shown)) {
            messages.show(exchange, lines());
          }
        });
    model.untouched.follow(pane::showUntouched);
    model.draft.follow(composer::setText);
    model.find.follow(now -> messages.mark(now.part()));
    model.below.follow(below -> pane.show(!messages.atBottom().get(), below));
    messages
        .atBottom()
        .follow(
            at -> {
              if (at) {
                controller.onAtBottom();
              }
              pane.show(!at, model.below.get());
            });
  }

  private void showNotice(Optional<Notice> now) {
    notice.removeAll();
    notice.setVisible(now.isPresent());
    if (now.isEmpty()) {
      return;
    }
    noticeText.setText(now.get().sentence());
    notice.add(noticeText, "growx, wmin 0, aligny center");
    for (Act act : now.get().acts()) {
      notice.add(Buttons.of("notice.act", act.label(), () -> controller.onAct(act)));
    }
    notice.add(
        Buttons.icon(
            "notice.close", "cancel", context.word("ui.common.close"), controller::onNoticeClosed));
    revalidate();
  }

  /** Shows what the owner keeps about the conversation, and times as they are now. */
  void refresh() {
    header.update();
    showWhatCanBeWritten();
    if (model.open.get().equals(shown)) {
      messages.show(model.exchange.get(), lines());
    }
  }

  private void showWhatCanBeWritten() {
    Optional<Entry> entry = model.openEntry();
    boolean contact = entry.flatMap(Entry::contact).isPresent();
    boolean isBlocked = contact && entry.map(Entry::note).filter(PeerNote::blocked).isPresent();
    composer.setVisible(contact && !isBlocked);
    unkept.setVisible(!contact);
    blocked.setVisible(isBlocked);
  }

  private MessageList.Lines lines() {
    return new MessageList.Lines(model.firstUnread.get(), model.openNote().partings());
  }

  /** Closes the innermost thing: what is chosen, or the search. */
  private void escape() {
    if (messages.selection().count().get() > 0) {
      messages.selection().clear();
    } else if (model.finding.get()) {
      controller.onFindClosed();
    } else if (model.notice.get().isPresent()) {
      controller.onNoticeClosed();
    }
  }

  /** Begins with another conversation, or another place in it: at a message, or at the end. */
  void opened(Optional<Message> at) {
    shown = model.open.get();
    messages.open(model.exchange.get(), lines(), at);
  }

  /** Brings a message into sight that is loaded. */
  void goTo(Message message) {
    messages.goTo(message);
  }

  /** Chooses a message no more that is no more. */
  void forget(MessageKey gone) {
    messages.selection().forget(gone);
  }

  void toBottom() {
    messages.toBottom();
  }

  boolean atBottom() {
    return messages.atBottom().get();
  }

  String written() {
    return composer.text();
  }

  void enterSends(boolean sends) {
    composer.setEnterSends(sends);
  }

  void focusComposer() {
    composer.focus();
  }

  void focusFind() {
    find.focus();
  }
}
