package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Message;
import org.parley.name.PeerName;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.conversations.ConversationsModel.Notice;
import org.parley.ui.workplace.Talk;

/** What happens in the conversation that is open. Used on the event thread. */
final class OpenConversation {
  private static final int DRAFT_PAUSE_MILLIS = 1000;

  private final UiContext ui;
  private final Talk talk;
  private final ConversationsModel model;
  private final ExchangeView view;
  private final Consumer<Throwable> onProblem;
  private final List<Message> whileLoading = new ArrayList<>();
  private Subscription draftPause = () -> {};
  private Cancellation checking = new Cancellation();
  private boolean loading;
  private boolean active = true;
  private boolean missed;
  private boolean sending;
  private String savedDraft = "";

  /** A page of messages and what was being written. */
  private record Loaded(List<Message> page, String draft) {}

  OpenConversation(
      UiContext ui,
      Talk talk,
      ConversationsModel model,
      ExchangeView view,
      Consumer<Throwable> onProblem) {
    this.ui = ui;
    this.talk = talk;
    this.model = model;
    this.view = view;
    this.onProblem = onProblem;
  }

  void open(String peer) {
    if (model.open.get().equals(Optional.of(peer))) {
      return;
    }
    leave();
    int unread = model.entry(peer).map(e -> e.conversation().unread()).orElse(0);
    loading = true;
    whileLoading.clear();
    model.exchange.set(Exchange.empty());
    model.firstUnread.set(Optional.empty());
    model.notice.set(Optional.empty());
    model.checking.set(false);
    model.open.set(Optional.of(peer));
    savedDraft = "";
    model.draft.set("");
    model.reached.set(
        model.openEntry().flatMap(Entry::contact).flatMap(k -> talk.reached(k.name())));
    view.opened();
    int limit = Math.max(ConversationsController.PAGE, unread + 10);
    ui.background()
        .start(
            () -> {
              Loaded loaded = new Loaded(talk.page(peer, null, limit), talk.draft(peer));
              if (unread > 0) {
                talk.markRead(peer);
              }
              return loaded;
            },
            loaded -> onLoaded(peer, loaded, unread, limit),
            why -> {
              loading = false;
              onProblem.accept(why);
            });
  }

  private void onLoaded(String peer, Loaded loaded, int unread, int limit) {
    if (!isOpen(peer)) {
      return;
    }
    Exchange exchange = new Exchange(loaded.page(), loaded.page().size() < limit);
    for (Message message : whileLoading) {
      exchange = exchange.with(message);
    }
    whileLoading.clear();
    loading = false;
    model.firstUnread.set(Optional.ofNullable(exchange.firstUnread(unread)));
    model.exchange.set(exchange);
    if (model.draft.get().isEmpty()) {
      savedDraft = loaded.draft();
      model.draft.set(loaded.draft());
    }
    view.opened();
  }

  private boolean isOpen(String peer) {
    return model.open.get().equals(Optional.of(peer));
  }

  /** Keeps what is being written, and ends what runs for this conversation only. */
  void leave() {
    draftPause.close();
    checking.cancel();
    model
        .open
        .get()
        .filter(peer -> !view.written().equals(savedDraft))
        .ifPresent(peer -> saveDraft(peer, view.written()));
  }

  /** As {@link #leave}, but the caller runs, off the event thread, what keeps the draft. */
  Callable<Boolean> close() {
    draftPause.close();
    checking.cancel();
    Optional<String> peer = model.open.get().filter(p -> !view.written().equals(savedDraft));
    String text = view.written();
    return () -> {
      if (peer.isPresent()) {
        talk.saveDraft(peer.get(), text);
      }
      return peer.isPresent();
    };
  }

  private void saveDraft(String peer, String text) {
    savedDraft = text;
    ui.background()
        .start(
            () -> {
              talk.saveDraft(peer, text);
              return peer;
            },
            done -> {},
            onProblem);
  }

  void writing() {
    String text = view.written();
    if (text.equals(model.draft.get())) {
      return;
    }
    model.draft.set(text);
    draftPause.close();
    model
        .open
        .get()
        .ifPresent(
            peer ->
                draftPause =
                    ui.edt().after(DRAFT_PAUSE_MILLIS, () -> saveDraft(peer, view.written())));
  }

  /** Loads the page before what is there, unless it comes already or there is none. */
  void older() {
    Exchange exchange = model.exchange.get();
    if (loading || exchange.complete() || exchange.oldest().isEmpty()) {
      return;
    }
    String peer = model.open.get().orElseThrow();
    Message before = exchange.oldest().get();
    loading = true;
    model.loadingOlder.set(true);
    ui.background()
        .start(
            () -> talk.page(peer, before, ConversationsController.PAGE),
            page -> {
              if (isOpen(peer)) {
                loading = false;
                model.loadingOlder.set(false);
                model.exchange.set(
                    model.exchange.get().withOlder(page, ConversationsController.PAGE));
              }
            },
            why -> {
              loading = false;
              model.loadingOlder.set(false);
              onProblem.accept(why);
            });
  }

  /**
   * A message is new or changed.
   *
   * @return whether somebody now sees it, so that it counts as read
   */
  boolean onMessage(Message message) {
    if (!isOpen(message.peer())) {
      return false;
    }
    if (loading && model.exchange.get().messages().isEmpty()) {
      whileLoading.add(message);
    } else {
      model.exchange.set(model.exchange.get().with(message));
    }
    if (!active) {
      missed |= !message.outgoing();
      return false;
    }
    if (!message.outgoing()) {
      markRead(message.peer());
    }
    return true;
  }

  private void markRead(String peer) {
    ui.background()
        .start(
            () -> {
              talk.markRead(peer);
              return peer;
            },
            done -> {},
            onProblem);
  }

  /**
   * The window came to the front, or left it.
   *
   * @return whether something that came meanwhile is read now
   */
  boolean onActive(boolean now) {
    active = now;
    boolean read = active && missed;
    if (read) {
      missed = false;
      model.open.get().ifPresent(this::markRead);
    }
    return read;
  }

  void send(PeerName to, String text) {
    if (sending) {
      return;
    }
    sending = true;
    ui.background()
        .start(
            () -> talk.send(to, text),
            id -> {
              sending = false;
              if (isOpen(to.toString()) && view.written().equals(text)) {
                draftPause.close();
                model.draft.set("");
                saveDraft(to.toString(), "");
              }
              model.firstUnread.set(Optional.empty());
              deliver(to);
            },
            why -> {
              sending = false;
              onProblem.accept(why);
            });
  }

  private void deliver(PeerName to) {
    ui.background()
        .start(
            () -> {
              talk.deliver(to, new Cancellation());
              return to;
            },
            done -> {},
            onProblem);
  }

  void check(PeerName contact) {
    if (model.checking.get()) {
      checking.cancel();
      return;
    }
    Cancellation cancel = new Cancellation();
    checking = cancel;
    model.checking.set(true);
    model.notice.set(Optional.empty());
    ui.background()
        .start(
            () -> talk.check(contact, cancel),
            failure -> {
              if (checking == cancel) {
                model.checking.set(false);
              }
              if (isOpen(contact.toString()) && !cancel.isCancelled()) {
                model.notice.set(
                    Optional.of(
                        Notice.of(
                            failure
                                .map(f -> new FateWords(ui).sentence(f))
                                .orElseGet(() -> ui.word("ui.check.good")))));
              }
            },
            why -> {
              model.checking.set(false);
              onProblem.accept(why);
            });
  }
}
