package org.parley.ui.conversations;

import java.awt.Component;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.messaging.Message;
import org.parley.ui.common.Clipboards;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.RemovalSheet;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.Workplace;

/** What somebody does to messages. Used on the event thread. */
final class MessageCommands implements MessageActions {
  private final UiContext ui;
  private final Talk talk;
  private final String self;
  private final ConversationsController.Elsewhere elsewhere;
  private final Supplier<? extends Component> over;
  private final TalkWork work;

  MessageCommands(
      UiContext ui,
      Workplace workplace,
      ConversationsController.Elsewhere elsewhere,
      Supplier<? extends Component> over,
      Consumer<Throwable> onProblem) {
    this.ui = ui;
    this.talk = workplace.talk();
    this.self = workplace.self().toString();
    this.elsewhere = elsewhere;
    this.over = over;
    this.work = new TalkWork(ui, onProblem);
  }

  @Override
  public void retry(String id) {
    work.start(() -> talk.retry(id));
  }

  @Override
  public void cancel(String id) {
    work.start(() -> talk.cancel(id));
  }

  @Override
  public void copy(List<Message> messages) {
    if (!messages.isEmpty()) {
      Clipboards.copy(CopiedMessages.text(messages, self, ui));
    }
  }

  @Override
  public void remove(List<Message> messages) {
    RemovalSheet.remove(ui, talk, over.get(), messages);
  }

  @Override
  public void details(Message message) {
    elsewhere.details(message);
  }

  @Override
  public void link(String address) {
    new LinkSheet(ui, over.get(), address).open();
  }
}
