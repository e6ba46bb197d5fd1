package org.parley.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.HistoryHit;
import org.parley.messaging.HistoryPage;
import org.parley.messaging.HistoryQuery;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Archive;

/** The search that runs: each one ends the one before. Used on the event thread. */
final class Lookup {
  private static final int PAGE = 40;

  private final UiContext ui;
  private final Archive archive;
  private final HistoryModel model;
  private final Consumer<Throwable> problem;
  private final AtomicReference<Archive.@Nullable Search> search = new AtomicReference<>();
  private Subscription running = () -> {};
  private boolean busy;
  private String text = "";

  Lookup(UiContext ui, Archive archive, HistoryModel model, Consumer<Throwable> problem) {
    this.ui = ui;
    this.archive = archive;
    this.model = model;
    this.problem = problem;
  }

  /**
   * Begins anew; what was found before stays until the first page is there.
   *
   * @param least so many are looked for at once
   */
  void begin(HistoryQuery query, int least) {
    end();
    text = query.text() == null ? "" : query.text();
    read(
        () -> {
          Archive.Search fresh = archive.search(query);
          search.set(fresh);
          return fresh.next(Math.max(PAGE, least));
        },
        List.of());
  }

  /** Ends the one that runs. */
  void end() {
    Archive.Search before = search.getAndSet(null);
    if (before != null) {
      before.cancel();
    }
    running.close();
    busy = false;
  }

  /** Goes on. */
  void more() {
    Archive.Search now = search.get();
    Optional<HistoryModel.Hits> hits = model.hits.get();
    if (!busy && now != null && hits.isPresent() && hits.get().more()) {
      read(() -> now.next(PAGE), hits.get().list());
    }
  }

  private void read(Callable<HistoryPage> page, List<HistoryHit> before) {
    busy = true;
    running =
        ui.background()
            .start(
                page,
                found -> {
                  busy = false;
                  List<HistoryHit> all = new ArrayList<>(before);
                  all.addAll(found.hits());
                  model.index.set(archive.indexed());
                  model.hits.set(
                      Optional.of(
                          new HistoryModel.Hits(
                              List.copyOf(all), found.more(), found.complete(), text)));
                  if (found.hits().isEmpty() && found.more()) {
                    more(); // looked at many in vain
                  }
                },
                why -> {
                  busy = false;
                  problem.accept(why);
                });
  }
}
