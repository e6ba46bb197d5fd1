package org.parley.ui.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.journal.StoredEntry;
import org.parley.ui.common.Clipboards;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.ArchiveWords;
import org.parley.ui.workplace.WireItem;
import org.parley.ui.workplace.WireLog;
import org.parley.ui.workplace.WireLog.Filter;
import org.parley.ui.workplace.WireLog.ItemPage;
import org.parley.ui.workplace.WireLog.Walk;

/** The Wire tab. Used on the event thread. */
public final class WireController {
  private static final int PAGE = 50;

  /** What comes within this time is shown at once. */
  private static final int GATHER_MILLIS = 300;

  private final UiContext ui;
  private final WireLog log;
  private final WireModel model = new WireModel();
  private final WireView view;
  private final AtomicBoolean announced = new AtomicBoolean();
  private Subscription following = () -> {};
  private Subscription gathering = () -> {};
  private Subscription reading = () -> {};
  private Subscription laddering = () -> {};
  private @Nullable Walk walk;
  private boolean busy;
  private boolean stale;
  private boolean started;

  /** A tab over that; it shows nothing before {@link #start}. */
  public WireController(UiContext ui, WireLog log) {
    this.ui = ui;
    this.log = log;
    this.view = new WireView(ui, model, this);
  }

  /** Begins to follow what happens; it loads once the tab is seen. */
  public void start() {
    started = true;
    following =
        log.onRows(
            () -> {
              if (announced.compareAndSet(false, true)) {
                ui.edt().run(this::gather);
              }
            });
    stale = true;
    if (view.component().isShowing()) {
      onShown();
    }
  }

  /** Stops following and reading. */
  public void close() {
    started = false;
    following.close();
    gathering.close();
    stopReading();
    laddering.close();
  }

  /** The tab's component. */
  public JComponent component() {
    return view.component();
  }

  private void gather() {
    gathering = ui.edt().after(GATHER_MILLIS, this::refresh);
  }

  private void refresh() {
    announced.set(false);
    stale = true;
    if (view.component().isShowing()) {
      onShown();
    }
  }

  /** The tab is in sight: what came meanwhile is read. */
  void onShown() {
    if (started && stale && !busy) {
      stale = false;
      loadNewest(false);
    }
  }

  private void stopReading() {
    Walk now = walk;
    if (now != null) {
      now.cancel();
    }
    reading.close();
    busy = false;
  }

  void onFilter(Filter filter) {
    if (!filter.equals(model.filter.get())) {
      model.filter.set(filter);
      stopReading();
      walk = null;
      loadNewest(true);
    }
  }

  private void loadNewest(boolean anew) {
    Walk fresh = log.walk(model.filter.get());
    if (anew || walk == null) {
      walk = fresh;
    }
    read(fresh, page -> newest(fresh, page, anew));
  }

  private void read(Walk from, Consumer<ItemPage> then) {
    busy = true;
    model.loading.set(true);
    reading =
        ui.background()
            .start(
                () -> from.next(PAGE),
                page -> {
                  busy = false;
                  then.accept(page);
                  model.loading.set(false);
                  onShown();
                },
                why -> {
                  busy = false;
                  model.loading.set(false);
                  onProblem(why);
                });
  }

  private void newest(Walk from, ItemPage page, boolean anew) {
    List<WireItem> before = anew ? List.of() : model.items.get();
    Set<String> fresh = keys(page.items());
    boolean meets = before.stream().anyMatch(item -> fresh.contains(WireModel.key(item)));
    List<WireItem> now = new ArrayList<>(page.items());
    if (meets) {
      long oldest = page.items().get(page.items().size() - 1).last();
      before.stream()
          .filter(item -> !fresh.contains(WireModel.key(item)) && item.last() < oldest)
          .forEach(now::add);
    } else {
      walk = from; // nothing of what was shown is among the newest: the list begins anew
      model.more.set(page.more());
    }
    model.items.set(List.copyOf(now));
    follow(now);
    if (now.isEmpty() && page.more()) {
      onMore();
    }
  }

  private static Set<String> keys(List<WireItem> items) {
    return items.stream().map(WireModel::key).collect(Collectors.toCollection(HashSet::new));
  }

  /** What is chosen may have grown. */
  private void follow(List<WireItem> now) {
    Optional<WireItem> chosen = model.chosen.get();
    if (chosen.isEmpty() && !now.isEmpty()) {
      choose(now.get(0), -1);
      return;
    }
    chosen.ifPresent(
        old ->
            now.stream()
                .filter(i -> WireModel.key(i).equals(WireModel.key(old)) && !i.equals(old))
                .findFirst()
                .ifPresent(i -> choose(i, model.row.get().map(StoredEntry::seq).orElse(-1L))));
  }

  void onMore() {
    Walk now = walk;
    if (busy || now == null || !model.more.get()) {
      return;
    }
    read(
        now,
        page -> {
          model.more.set(page.more());
          Set<String> there = keys(model.items.get());
          List<WireItem> all = new ArrayList<>(model.items.get());
          page.items().stream()
              .filter(item -> !there.contains(WireModel.key(item)))
              .forEach(all::add);
          model.items.set(List.copyOf(all));
          follow(all);
          if (page.items().isEmpty() && page.more()) {
            ui.edt().run(this::onMore);
          }
        });
  }

  void onChoose(WireItem item) {
    choose(item, -1);
  }

  /** Shows an item's rows, with that row chosen, or the first. */
  private void choose(WireItem item, long seq) {
    model.chosen.set(Optional.of(item));
    laddering.close();
    laddering =
        ui.background().start(() -> log.rows(item), rows -> show(item, rows, seq), this::onProblem);
  }

  private void show(WireItem item, List<StoredEntry> rows, long seq) {
    model.ladder.set(Optional.of(new WireModel.Ladder(item, rows)));
    Optional<StoredEntry> row =
        rows.stream().filter(r -> r.seq() == seq).findFirst().or(() -> rows.stream().findFirst());
    if (!row.map(StoredEntry::seq).equals(model.row.get().map(StoredEntry::seq))) {
      model.body.set(false);
    }
    model.row.set(row);
  }

  void onRow(StoredEntry row) {
    model.body.set(false);
    model.row.set(Optional.of(row));
  }

  void onBody() {
    model.body.set(!model.body.get());
  }

  /** Copies the PDUs of what is shown, one a line. */
  void onCopyAll() {
    model.ladder.get().ifPresent(ladder -> Clipboards.copy(text(ladder.rows())));
  }

  private static String text(List<StoredEntry> rows) {
    StringBuilder text = new StringBuilder();
    for (StoredEntry row : rows) {
      Entry entry = row.entry();
      if (entry != null && entry.pdu() != null) {
        text.append(entry.pdu().strip()).append('\n');
      }
    }
    return text.toString();
  }

  /** Shows the item that holds a row, and that row. The tab is to be in sight. */
  public void onShow(long seq) {
    ui.background()
        .start(
            () -> log.at(seq),
            item -> {
              choose(item, seq);
              view.focusItems();
            },
            this::onProblem);
  }

  private void onProblem(Throwable why) {
    if (started) { // else the closing ended what ran: nobody asks for it any more
      ArchiveWords.tell(view.component(), ui, why);
    }
  }
}
