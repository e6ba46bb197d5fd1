package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Message;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Find;
import org.parley.ui.workplace.Talk;

/** Looks for a text in the whole conversation, newest first. Used on the event thread. */
final class Finder {
  /** So many hits are counted; one who wants more takes the History tab. */
  static final int MOST = 500;

  private static final int PAUSE_MILLIS = 150;

  private final UiContext ui;
  private final Talk talk;
  private final ConversationsModel model;
  private final Consumer<Message> goTo;
  private final Consumer<Throwable> onProblem;
  private List<Message> hits = new ArrayList<>();

  /** What is no more to be found, since the search began that may not know it. */
  private final Set<MessageKey> gone = new HashSet<>();

  private Subscription pause = () -> {};
  private Cancellation running = new Cancellation();

  Finder(
      UiContext ui,
      Talk talk,
      ConversationsModel model,
      Consumer<Message> goTo,
      Consumer<Throwable> onProblem) {
    this.ui = ui;
    this.talk = talk;
    this.model = model;
    this.goTo = goTo;
    this.onProblem = onProblem;
  }

  /** Another text is looked for, once one has stopped typing. */
  void onText(String part) {
    stop();
    hits.clear();
    gone.clear();
    if (part.isBlank()) {
      model.find.set(Find.NONE);
      return;
    }
    model.find.set(new Find(part, -1, 0, false, true));
    Optional<String> peer = model.open.get();
    pause = ui.edt().after(PAUSE_MILLIS, () -> peer.ifPresent(p -> look(p, part)));
  }

  private void look(String peer, String part) {
    Cancellation cancel = new Cancellation();
    running = cancel;
    ui.background()
        .start(
            () -> talk.find(peer, part, MOST + 1, cancel),
            found -> {
              if (!cancel.isCancelled()) {
                onFound(part, found);
              }
            },
            onProblem);
  }

  private void onFound(String part, List<Message> found) {
    boolean more = found.size() > MOST;
    hits = new ArrayList<>(more ? found.subList(0, MOST) : found);
    hits.removeIf(hit -> gone.contains(MessageKey.of(hit)));
    model.find.set(new Find(part, hits.isEmpty() ? -1 : 0, hits.size(), more, false));
    go();
  }

  /** Goes to an older hit (1) or a newer one (-1), round at the ends. */
  void step(int by) {
    Find now = model.find.get();
    if (!hits.isEmpty()) {
      int at = Math.floorMod(now.at() + by, hits.size());
      model.find.set(new Find(now.part(), at, hits.size(), now.more(), false));
      go();
    }
  }

  /** A message was removed: it is no hit any more, and the next older one takes its place. */
  void onGone(MessageKey key) {
    Find now = model.find.get();
    if (now.running()) {
      gone.add(key);
      return;
    }
    for (int i = 0; i < hits.size(); i++) {
      if (MessageKey.of(hits.get(i)).equals(key)) {
        hits.remove(i);
        int at = i < now.at() ? now.at() - 1 : Math.min(now.at(), hits.size() - 1);
        model.find.set(new Find(now.part(), at, hits.size(), now.more(), false));
        if (i == now.at()) {
          go();
        }
        return;
      }
    }
  }

  private void go() {
    int at = model.find.get().at();
    if (at >= 0) {
      goTo.accept(hits.get(at));
    }
  }

  /** Ends the search. */
  void close() {
    stop();
    hits.clear();
    model.find.set(Find.NONE);
    model.finding.set(false);
  }

  private void stop() {
    pause.close();
    running.cancel();
  }
}
