package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.TalkException;

/**
 * Which messages of the open conversation are loaded: a stretch that moves as one scrolls. Used on
 * the event thread.
 */
final class OpenConversation {
  /** Up to so many unread ones the newest page is loaded, and else one around the first. */
  private static final int FEW_UNREAD = 40;

  private final UiContext ui;
  private final Talk talk;
  private final Pages pages;
  private final ConversationsModel model;
  private final ExchangeView view;
  private final DraftKeeper writing;
  private final Consumer<Throwable> onProblem;

  /** What happened since the load that is under way began, which may not know it. */
  private final List<UnaryOperator<Exchange>> whileLoading = new ArrayList<>();

  private boolean loading;
  private int opening;
  private boolean active = true;
  private boolean missed;

  /** A stretch of messages, where to show it, and what was being written. */
  private record Loaded(Exchange exchange, Optional<Message> firstUnread, String draft) {}

  OpenConversation(
      UiContext ui,
      Talk talk,
      ConversationsModel model,
      ExchangeView view,
      DraftKeeper writing,
      Consumer<Throwable> onProblem) {
    this.ui = ui;
    this.talk = talk;
    this.pages = new Pages(talk);
    this.model = model;
    this.view = view;
    this.writing = writing;
    this.onProblem = onProblem;
  }

  void open(String peer) {
    if (!isOpen(peer)) {
      int unread = model.entry(peer).map(Entry::unread).orElse(0);
      begin(peer);
      load(peer, () -> opened(peer, unread), null, unread > 0);
    }
  }

  /** Opens a conversation at a message. */
  void open(String peer, Message at) {
    if (isOpen(peer) && model.exchange.get().has(at)) {
      view.goTo(at);
      return;
    }
    boolean unread = !isOpen(peer) && model.entry(peer).map(Entry::unread).orElse(0) > 0;
    if (!isOpen(peer)) {
      begin(peer);
    }
    load(
        peer,
        () -> new Loaded(pages.around(peer, at), Optional.empty(), talk.draft(peer)),
        at,
        unread);
  }

  private void begin(String peer) {
    writing.leave();
    whileLoading.clear();
    model.untouched.set(false);
    model.exchange.set(Exchange.empty());
    model.firstUnread.set(Optional.empty());
    model.notice.set(Optional.empty());
    model.finding.set(false);
    model.below.set(0);
    model.open.set(Optional.of(peer));
    writing.begin();
    model.reached.set(
        model.openEntry().flatMap(Entry::contact).flatMap(k -> talk.reached(k.name())));
    view.opened(Optional.empty());
  }

  private Loaded opened(String peer, int unread) throws TalkException {
    Optional<Message> first = unread == 0 ? Optional.empty() : talk.firstUnread(peer);
    Exchange exchange =
        first.isPresent() && unread > FEW_UNREAD
            ? pages.around(peer, first.get())
            : pages.newest(peer, Math.max(Pages.SIZE, unread + 10));
    return new Loaded(exchange, first, talk.draft(peer));
  }

  private void load(String peer, Callable<Loaded> work, @Nullable Message at, boolean marksRead) {
    int mine = ++opening;
    loading = true;
    ui.background()
        .start(
            () -> {
              Loaded loaded = work.call();
              if (marksRead) {
                talk.markRead(peer);
              }
              return loaded;
            },
            loaded -> {
              if (mine == opening) {
                onLoaded(loaded, at);
              }
            },
            why -> onFailed(mine, why));
  }

  private void onFailed(int its, Throwable why) {
    if (its == opening) {
      loading = false;
      whileLoading.clear();
    }
    onProblem.accept(why);
  }

  private void onLoaded(Loaded loaded, @Nullable Message at) {
    loading = false;
    model.firstUnread.set(loaded.firstUnread());
    model.exchange.set(caughtUp(loaded.exchange()));
    lookWhetherUntouched();
    writing.loaded(loaded.draft());
    view.opened(at == null ? loaded.firstUnread() : Optional.of(at));
    if (at != null) {
      view.goTo(at);
    }
  }

  /** With what happened while it was being loaded. */
  private Exchange caughtUp(Exchange exchange) {
    Exchange now = exchange;
    for (UnaryOperator<Exchange> change : whileLoading) {
      now = change.apply(now);
    }
    whileLoading.clear();
    return now;
  }

  private boolean isOpen(String peer) {
    return model.open.get().equals(Optional.of(peer));
  }

  /** Loads the page before what is there, unless it comes already or there is none. */
  void older() {
    Exchange exchange = model.exchange.get();
    if (!loading && !exchange.complete()) {
      exchange
          .oldest()
          .ifPresent(
              before ->
                  extend(
                      peer -> pages.older(peer, before, Pages.SIZE),
                      page -> model.exchange.get().withOlder(page)));
    }
  }

  /** Loads the page after what is there, unless it comes already or there is none. */
  void newer() {
    Exchange exchange = model.exchange.get();
    if (!loading && !exchange.newest()) {
      exchange
          .latest()
          .ifPresent(
              after ->
                  extend(
                      peer -> pages.newer(peer, after),
                      page -> model.exchange.get().withNewer(page)));
    }
  }

  private interface Reading {
    Pages.Page page(String peer) throws TalkException;
  }

  private void extend(Reading reading, Function<Pages.Page, Exchange> with) {
    String peer = model.open.get().orElseThrow();
    int mine = opening;
    loading = true;
    ui.background()
        .start(
            () -> reading.page(peer),
            page -> {
              if (mine == opening) {
                loading = false;
                model.exchange.set(caughtUp(with.apply(page)));
              }
            },
            why -> onFailed(mine, why));
  }

  /** Goes to the newest message, and loads it where it is not there. */
  void toNewest() {
    model.below.set(0);
    if (model.exchange.get().newest()) {
      view.toBottom();
      return;
    }
    model
        .open
        .get()
        .ifPresent(
            peer ->
                load(
                    peer,
                    () ->
                        new Loaded(
                            pages.newest(peer, Pages.SIZE), Optional.empty(), talk.draft(peer)),
                    null,
                    false));
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
    boolean known = model.exchange.get().has(message);
    if (!known && message.fate() == Fate.RECEIVED && !view.atBottom()) {
      model.below.set(model.below.get() + 1);
    }
    boolean comesUnseen = !active && !known && message.fate() == Fate.RECEIVED;
    if (comesUnseen && !missed) {
      missed = true;
      model.firstUnread.set(Optional.of(message));
    }
    change(exchange -> exchange.with(message));
    if (!active) {
      return false;
    }
    if (!message.outgoing()) {
      markRead(message.peer());
    }
    return true;
  }

  /** A message that was never sent is no more. */
  void onDiscarded(String peer, String id) {
    if (isOpen(peer)) {
      MessageKey gone = MessageKey.ours(id);
      change(exchange -> exchange.without(gone));
      view.forget(gone);
    }
  }

  private void change(UnaryOperator<Exchange> change) {
    if (loading) {
      whileLoading.add(change);
    }
    model.exchange.set(change.apply(model.exchange.get()));
    lookWhetherUntouched();
  }

  private void lookWhetherUntouched() {
    model.untouched.set(!loading && model.exchange.get().parts().isEmpty());
  }

  private void markRead(String peer) {
    new TalkWork(ui, onProblem).start(() -> talk.markRead(peer));
  }

  /** Whether somebody looks at what is open. */
  boolean isActive() {
    return active;
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
}
