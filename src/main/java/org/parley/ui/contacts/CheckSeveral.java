package org.parley.ui.contacts;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Failure;
import org.parley.name.PeerName;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.contacts.CheckRows.State;
import org.parley.ui.workplace.Talk;

/**
 * Checks several contacts, a few at a time, and shows what comes of each. Used on the event thread.
 */
final class CheckSeveral {
  // As many wait for a machine that does not answer; more would take the pool from others.
  private static final int AT_ONCE = 4;

  private final UiContext ui;
  private final Talk talk;
  private final List<PeerName> names;
  private final List<Cancellation> running = new ArrayList<>();
  private final CheckRows rows;
  private final CheckSeveralView view;
  private int next;
  private boolean stopped;

  CheckSeveral(UiContext ui, Talk talk, Component over, List<PeerName> names) {
    this.ui = ui;
    this.talk = talk;
    this.names = List.copyOf(names);
    this.rows = new CheckRows(ui, this.names);
    this.view = new CheckSeveralView(ui, over, rows, this::stop);
  }

  /** Begins, and shows it until it is closed, which stops what still runs. */
  void open() {
    tell();
    for (int i = 0; i < AT_ONCE; i++) {
      checkNext();
    }
    view.open();
  }

  private void checkNext() {
    if (stopped || next >= names.size()) {
      return;
    }
    int row = next++;
    Cancellation cancel = new Cancellation();
    running.add(cancel);
    rows.set(row, State.RUNS, ui.word("ui.check.runs"));
    ui.background()
        .start(
            () -> talk.check(names.get(row), cancel),
            failure -> {
              running.remove(cancel);
              ended(row, failure);
            },
            why -> {
              running.remove(cancel);
              stop(); // a bug, which would come again with each of them
              Unexpected.tell(view.component(), ui, why);
            });
  }

  private void ended(int row, Optional<Failure> failure) {
    if (stopped && failure.isPresent()) {
      leaveOut(row);
    } else {
      view.ended(
          row,
          failure.isEmpty() ? State.GOOD : State.BAD,
          failure
              .map(f -> f.sentence(ui.words()))
              .orElseGet(() -> ui.word("ui.check.several.good")));
    }
    tell();
    checkNext();
  }

  private void leaveOut(int row) {
    rows.set(row, State.LEFT_OUT, ui.word("ui.check.several.leftOut"));
  }

  /** What waits is left out; what runs is given up. */
  private void stop() {
    if (!stopped) {
      stopped = true;
      for (int row = next; row < names.size(); row++) {
        leaveOut(row);
      }
      List.copyOf(running).forEach(Cancellation::cancel);
      tell();
    }
  }

  private void tell() {
    int good = rows.count(State.GOOD);
    int bad = rows.count(State.BAD);
    boolean over = running.isEmpty() && (stopped || next >= names.size()) && good + bad > 0;
    String sentence =
        !over && !stopped
            ? ui.word("ui.check.several.progress", good + bad, names.size())
            : bad == 0 && good == names.size()
                ? ui.word("ui.check.several.allGood", good)
                : ui.word("ui.check.several.done", good, bad, names.size() - good - bad);
    view.progress(sentence, good + bad, over || stopped);
  }
}
