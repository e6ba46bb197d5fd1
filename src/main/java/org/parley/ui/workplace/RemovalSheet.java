package org.parley.ui.workplace;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.swing.JButton;
import org.parley.journal.Progress;
import org.parley.messaging.Cleared;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.common.Background;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.common.WorkPart;

/**
 * Takes messages' content out of the history once the user agreed: how far it has come, and what
 * had to stay. Used on the event thread, which waits until it is closed.
 */
public final class RemovalSheet {
  private static final int WIDTH = 400;

  private final UiContext ui;
  private final WorkPart.Work<Cleared> work;
  private final Sheet sheet;
  private final WorkPart part;
  private final JButton yes;
  private final JButton no;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  private RemovalSheet(
      UiContext ui,
      Component over,
      String title,
      String sentence,
      String word,
      WorkPart.Work<Cleared> work) {
    this.ui = ui;
    this.work = work;
    sheet = new Sheet(over, "removal", title);
    javax.swing.JTextArea prose = Plain.prose(sentence, WIDTH);
    prose.setName("sentence");
    sheet.add(prose);
    part = new WorkPart(sheet, "removal", ui.word("ui.removal.progress"), WIDTH);
    yes = Buttons.of("removal.yes", word, this::onStart);
    no = Buttons.of("removal.no", ui.word("ui.common.cancel"), this::onNo);
    sheet.mainButton(yes).button(no).onClose(() -> cancelled.set(true));
  }

  /** Asks, and removes those messages; nothing where their content is gone already. */
  public static void remove(UiContext ui, Talk talk, Component over, List<Message> messages) {
    List<Message> those = messages.stream().filter(m -> m.fate() != Fate.REMOVED).toList();
    if (!those.isEmpty()) {
      new RemovalSheet(
              ui,
              over,
              ui.word("ui.removal.title", those.size()),
              ui.word("ui.removal.sentence", those.size()),
              ui.word("ui.removal.yes"),
              progress -> removeEach(talk, those, progress))
          .sheet.open();
    }
  }

  /**
   * Asks, and removes every message of a conversation that can be.
   *
   * @param title what the window calls the peer
   * @param export opens what exports the conversation, over that component
   */
  public static void clear(
      UiContext ui,
      Talk talk,
      Component over,
      String peer,
      String title,
      Consumer<Component> export) {
    RemovalSheet made =
        new RemovalSheet(
            ui,
            over,
            ui.word("ui.clear.title", SafeText.quoted(title)),
            ui.word("ui.clear.sentence"),
            ui.word("ui.clear.yes"),
            progress -> talk.clear(peer, progress));
    made.sheet.sideButton(
        Buttons.of(
            "removal.export",
            ui.word("ui.clear.export"),
            () -> export.accept(made.sheet.component())));
    made.sheet.open();
  }

  private static Cleared removeEach(Talk talk, List<Message> messages, Progress progress)
      throws TalkException {
    int removed = 0;
    int waiting = 0;
    int damaged = 0;
    for (int i = 0; i < messages.size(); i++) {
      if (progress.cancelled()) {
        return new Cleared(removed, waiting, damaged, false);
      }
      progress.at(i, messages.size());
      try {
        talk.remove(messages.get(i));
        removed++;
      } catch (TalkException e) {
        switch (e.problem()) {
          case STILL_WAITING -> waiting++;
          case DAMAGED_ROW -> damaged++;
          case NOTHING_TO_REMOVE -> {} // somebody was faster
          default -> throw e;
        }
      }
    }
    return new Cleared(removed, waiting, damaged, true);
  }

  private void onStart() {
    busy(true);
    WorkPart.start(ui, cancelled, work, new Ended());
  }

  private void busy(boolean busy) {
    yes.setEnabled(!busy);
    no.setText(ui.word(busy ? "ui.removal.stop" : "ui.common.close"));
    part.busy(busy);
  }

  // What runs notices at its next message; until then the sheet stays, so that its end is told.
  private void onNo() {
    if (yes.isEnabled() || !yes.isVisible()) {
      sheet.close();
    } else {
      cancelled.set(true);
    }
  }

  /** What follows. */
  private final class Ended implements Background.Ending<Cleared, Integer> {
    @Override
    public void progress(Integer perMille) {
      part.at(perMille);
    }

    @Override
    public void done(Cleared came) {
      busy(false);
      List<String> says = new ArrayList<>();
      if (!came.whole()) {
        says.add(ui.word("ui.removal.stopped", came.removed()));
      }
      if (came.waiting() > 0) {
        says.add(ui.word("ui.removal.waiting", came.waiting()));
      }
      if (came.damaged() > 0) {
        says.add(ui.word("ui.removal.damaged", came.damaged()));
      }
      if (says.isEmpty()) {
        sheet.close();
      } else {
        yes.setVisible(false);
        part.say(String.join("\n\n", says));
      }
    }

    @Override
    public void failed(Throwable why) {
      busy(false);
      if (why instanceof TalkException e) {
        part.fault(TalkWords.sentence(e, ui));
      } else {
        Unexpected.tell(sheet.component(), ui, why);
      }
    }
  }
}
