package org.parley.ui.history;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Finding;
import org.parley.journal.verify.Verification;
import org.parley.messaging.Conversation;
import org.parley.messaging.HistoryHit;
import org.parley.messaging.Message;
import org.parley.messaging.MessagingListener;
import org.parley.ui.common.Background;
import org.parley.ui.common.Clipboards;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.PerMille;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.history.HistoryModel.Step;
import org.parley.ui.workplace.Archive;
import org.parley.ui.workplace.ArchiveWords;
import org.parley.ui.workplace.RemovalSheet;
import org.parley.ui.workplace.TalkException;
import org.parley.ui.workplace.TalkWords;
import org.parley.ui.workplace.Workplace;

/** The History tab. Used on the event thread. */
public final class HistoryController {
  private static final int GATHER_MILLIS = 400;
  private static final int INDEX_MILLIS = 500;
  private static final int MOST_REFRESHED = 400;

  private final UiContext ui;
  private final Workplace workplace;
  private final Archive archive;
  private final Elsewhere elsewhere;
  private final HistoryModel model = new HistoryModel();
  private final HistoryView view;
  private final Lookup lookup;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final AtomicBoolean announced = new AtomicBoolean();
  private Criteria criteria = Criteria.ALL;
  private Subscription gathering = () -> {};
  private Subscription watching = () -> {};
  private Subscription verification = () -> {};
  private boolean stale = true;
  private boolean started;

  /** What the tab asks other parts of the window for. */
  public interface Elsewhere {
    /** A message is to be shown in its conversation. */
    void show(Message message);

    /** What went over the wire at a row of the journal is to be shown. */
    void details(long seq);
  }

  /** A tab over that; it shows nothing before {@link #start}. */
  public HistoryController(UiContext ui, Workplace workplace, Elsewhere elsewhere) {
    this.ui = ui;
    this.workplace = workplace;
    this.archive = workplace.archive();
    this.elsewhere = elsewhere;
    this.lookup = new Lookup(ui, archive, model, this::onProblem);
    this.view = new HistoryView(ui, model, this);
  }

  /** Begins to follow what happens; it searches once the tab is seen. */
  public void start() {
    started = true;
    subscriptions.add(archive.onFindings(() -> ui.edt().run(this::onFindings)));
    subscriptions.add(
        workplace
            .talk()
            .listen(
                new MessagingListener() {
                  @Override
                  public void messageChanged(Message message) {
                    announce();
                  }

                  @Override
                  public void messageDiscarded(String peer, String id) {
                    announce();
                  }
                }));
    onFindings();
    if (view.component().isShowing()) {
      onShown();
    }
  }

  /** Stops following, searching and verifying. */
  public void close() {
    started = false;
    subscriptions.forEach(Subscription::close);
    subscriptions.clear();
    gathering.close();
    watching.close();
    verification.close();
    lookup.end();
  }

  /** The tab's component. */
  public JComponent component() {
    return view.component();
  }

  /** Puts the focus where one types what to look for. */
  public void focusSearch() {
    view.focusSearch();
  }

  /** Something happened; on any thread. */
  private void announce() {
    if (announced.compareAndSet(false, true)) {
      ui.edt().run(this::gather);
    }
  }

  private void gather() {
    gathering =
        ui.edt()
            .after(
                GATHER_MILLIS,
                () -> {
                  announced.set(false);
                  stale = true;
                  if (view.component().isShowing()) {
                    onShown();
                  }
                });
  }

  /** The tab is in sight: what came meanwhile is looked for. */
  void onShown() {
    if (started && stale) {
      stale = false;
      loadPeers();
      ui.background().start(archive::lastVerified, model.lastVerified::set, this::onProblem);
      int shown = model.hits.get().map(hits -> hits.list().size()).orElse(0);
      if (shown <= MOST_REFRESHED && criteria.valid()) {
        lookup.begin(criteria.query(ui.clock()), shown);
      }
      watchIndex();
    }
  }

  private void loadPeers() {
    ui.background()
        .start(
            () -> {
              Set<String> names = new TreeSet<>();
              workplace.addressBook().known().forEach(k -> names.add(k.name().toString()));
              workplace.talk().conversations().stream().map(Conversation::peer).forEach(names::add);
              return List.copyOf(names);
            },
            model.peers::set,
            this::onProblem);
  }

  private void watchIndex() {
    watching.close();
    boolean before = model.index.get().complete();
    model.index.set(archive.indexed());
    if (!archive.indexed().complete()) {
      watching = ui.edt().after(INDEX_MILLIS, this::watchIndex);
    } else if (!before && criteria.valid()) {
      lookup.begin(criteria.query(ui.clock()), 0);
    }
  }

  void onCriteria(Criteria now) {
    if (!started || now.equals(criteria)) {
      return; // once closed it is the window that empties its fields
    }
    criteria = now;
    if (now.valid()) {
      lookup.begin(now.query(ui.clock()), 0);
      view.toTop();
    } else {
      lookup.end();
    }
  }

  /** Whether everything is listed. */
  boolean unrestricted() {
    return criteria.equals(Criteria.ALL);
  }

  void onMore() {
    lookup.more();
  }

  void onIntoList() {
    view.intoList();
  }

  void onOpen(Message message) {
    elsewhere.show(message);
  }

  void onCopy(@Nullable HistoryHit hit) {
    if (hit != null) {
      Clipboards.copy(hit.message().text());
    }
  }

  void onDetails(Message message) {
    Long seq = message.seq();
    if (seq != null) {
      elsewhere.details(seq);
    }
  }

  /** Takes a message's content out, once the user agreed. */
  void onRemove(Message message) {
    RemovalSheet.remove(ui, workplace.talk(), view.component(), List.of(message));
  }

  private void onFindings() {
    model.findings.set(archive.findings());
    model.moreFindings.set(archive.moreFindings());
  }

  void onShowRow(Finding finding) {
    Long seq = finding.seq();
    if (seq != null) {
      elsewhere.details(seq);
    }
  }

  void onVerify() {
    AtomicBoolean cancelled = new AtomicBoolean();
    model.verifying.set(Optional.of(new Step(0, 0)));
    Subscription task = ui.background().start(work(cancelled), new Ended());
    verification =
        () -> {
          cancelled.set(true);
          task.close();
        };
  }

  private Background.Work<Optional<Verification>, Step> work(AtomicBoolean cancelled) {
    return progress ->
        archive.verify(
            new PerMille((done, total) -> progress.accept(new Step(done, total)), cancelled));
  }

  void onCancelVerify() {
    verification.close();
  }

  /** What follows a verification. */
  private final class Ended implements Background.Ending<Optional<Verification>, Step> {
    @Override
    public void progress(Step step) {
      model.verifying.set(Optional.of(step));
    }

    @Override
    public void done(Optional<Verification> result) {
      over();
      model.verified.set(result);
      onFindings();
    }

    @Override
    public void failed(Throwable why) {
      over();
      onProblem(why);
    }

    @Override
    public void cancelled() {
      over();
    }

    private void over() {
      model.verifying.set(Optional.empty());
    }
  }

  void onAccept(List<Finding> findings) {
    if (findings.isEmpty()
        || !Dialogs.ask(
            view.component(),
            ui,
            ui.word("ui.accept.title"),
            ui.word("ui.accept.sentence", findings.size()),
            ui.word("ui.accept.yes", findings.size()))) {
      return;
    }
    ui.background()
        .start(
            () -> {
              archive.accept(findings);
              return true;
            },
            done -> onFindings(),
            this::onProblem);
  }

  void onExport() {
    String peer = criteria.peer();
    if (peer == null) {
      peer = model.chosen.get().map(hit -> hit.message().peer()).orElse(null);
    }
    boolean searched = criteria.valid() && !unrestricted();
    new ExportSheet(
            ui,
            archive,
            view.component(),
            workplace.self().toString(),
            searched ? ExportSheet.Scope.SEARCH : ExportSheet.Scope.EVERYTHING,
            searched ? criteria.query(ui.clock()) : null,
            peer)
        .open();
  }

  /** Opens what exports a whole conversation. */
  public void exportConversation(String peer, Component over) {
    new ExportSheet(
            ui,
            archive,
            over,
            workplace.self().toString(),
            ExportSheet.Scope.CONVERSATION,
            null,
            peer)
        .open();
  }

  void onCheckExport() {
    new CheckSheet(ui, archive, view.component()).open();
  }

  private void onProblem(Throwable why) {
    if (!started) {
      return; // what ran was ended by the closing: nobody asks for it any more
    }
    if (why instanceof TalkException e) {
      Dialogs.tell(
          view.component(), ui, ui.word("ui.talk.problem.title"), TalkWords.sentence(e, ui));
      return;
    }
    ArchiveWords.tell(view.component(), ui, why);
  }
}
