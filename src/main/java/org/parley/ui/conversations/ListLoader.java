package org.parley.ui.conversations;

import java.util.function.Consumer;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Talk;

/**
 * Loads what the list of conversations shows, and again where that changed meanwhile. Used on the
 * event thread.
 */
final class ListLoader {
  private final UiContext ui;
  private final Talk talk;
  private final ConversationsModel model;
  private final PeerEntries entries;
  private final Consumer<Throwable> onProblem;

  /** Whether something happened that the load under way may not know. */
  private boolean missed;

  private int discarded;

  ListLoader(
      UiContext ui,
      Talk talk,
      ConversationsModel model,
      PeerEntries entries,
      Consumer<Throwable> onProblem) {
    this.ui = ui;
    this.talk = talk;
    this.model = model;
    this.entries = entries;
    this.onProblem = onProblem;
  }

  /** Loads the list, and calls {@code loaded} once it is whole. */
  void load(Runnable loaded) {
    missed = false;
    ui.background()
        .start(
            talk::conversations,
            conversations -> {
              if (missed) {
                load(loaded);
                return;
              }
              entries.load(conversations);
              model.loading.set(false);
              loaded.run();
            },
            onProblem);
  }

  /** Whether the list is still being loaded, which is done again for what happened now. */
  boolean misses() {
    missed = true;
    return model.loading.get();
  }

  /** A message that was never sent is no more: the line of the list is the one before it. */
  void discarded(String peer, String id) {
    discarded++;
    if (entries.isLast(peer, id)) {
      loadLast(peer, id);
    }
  }

  private void loadLast(String peer, String gone) {
    int before = discarded;
    ui.background()
        .start(
            () -> talk.page(peer, null, 1),
            page -> {
              if (!entries.isLast(peer, gone)) {
                return; // a newer one came
              }
              if (before == discarded) {
                entries.last(peer, page.isEmpty() ? null : page.get(0));
              } else {
                loadLast(peer, gone); // what was loaded may be gone, too
              }
            },
            onProblem);
  }
}
