package org.parley.ui.conversations;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.parley.messaging.Cancellation;
import org.parley.name.PeerName;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Talk;

/** What is being written: kept as a draft, and sent. Used on the event thread. */
final class DraftKeeper {
  private static final int DRAFT_PAUSE_MILLIS = 1000;

  private final UiContext ui;
  private final Talk talk;
  private final ConversationsModel model;
  private final ExchangeView view;
  private final Runnable sent;
  private final Consumer<Throwable> onProblem;
  private final TalkWork work;
  private Subscription draftPause = () -> {};
  private boolean sending;
  private boolean closed;
  private String savedDraft = "";

  /**
   * Nothing is written.
   *
   * @param sent called once a message is on its way
   */
  DraftKeeper(
      UiContext ui,
      Talk talk,
      ConversationsModel model,
      ExchangeView view,
      Runnable sent,
      Consumer<Throwable> onProblem) {
    this.ui = ui;
    this.talk = talk;
    this.model = model;
    this.view = view;
    this.sent = sent;
    this.onProblem = onProblem;
    this.work = new TalkWork(ui, onProblem);
  }

  /** Another conversation is open, whose draft is being loaded. */
  void begin() {
    savedDraft = "";
    model.draft.set("");
  }

  /** The draft is there; what was typed meanwhile goes before it. */
  void loaded(String draft) {
    if (model.draft.get().isEmpty()) {
      savedDraft = draft;
      model.draft.set(draft);
    }
  }

  /** Keeps what is being written. */
  void leave() {
    draftPause.close();
    model
        .open
        .get()
        .filter(peer -> !view.written().equals(savedDraft))
        .ifPresent(peer -> saveDraft(peer, view.written()));
  }

  /** As {@link #leave}, but the caller runs, off the event thread, what keeps the draft. */
  Callable<Boolean> close() {
    closed = true;
    draftPause.close();
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
    work.start(() -> talk.saveDraft(peer, text));
  }

  /** The text is another now. */
  void changed() {
    String text = view.written();
    if (closed || text.equals(model.draft.get())) {
      return; // once closed it is the window that empties its fields
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
              sent.run();
              work.start(() -> talk.deliver(to, new Cancellation()));
            },
            why -> {
              sending = false;
              onProblem.accept(why);
            });
  }

  private boolean isOpen(String peer) {
    return model.open.get().equals(Optional.of(peer));
  }
}
