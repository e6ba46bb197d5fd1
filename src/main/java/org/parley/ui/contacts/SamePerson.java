package org.parley.ui.contacts;

import java.awt.Component;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.Talk;

/**
 * Asks whether a name that the history knows is given to the same person again. Used on the event
 * thread.
 */
final class SamePerson {
  private static final int WIDTH = 400;

  private final UiContext ui;
  private final Talk talk;
  private final UndoSteps steps;

  SamePerson(UiContext ui, Talk talk, UndoSteps steps) {
    this.ui = ui;
    this.talk = talk;
    this.steps = steps;
  }

  /** What comes of the question; one of them is called, once. */
  interface Answer {
    /** The same person, or a name without a history. */
    void same();

    /**
     * Another person; what waited for the one before is withdrawn already.
     *
     * @param part draws the line, once the contact is saved
     */
    void another(Runnable part);

    /** None was given, or it could not be acted on. */
    void none();
  }

  /**
   * Asks where it has to be asked.
   *
   * @param isNew whether the name comes to somebody who did not have it
   */
  void ask(Component over, String name, Predicate<PeerName> isNew, Answer answer) {
    Optional<PeerName> asked = name(name).filter(isNew);
    if (asked.isEmpty()) {
      answer.same();
      return;
    }
    PeerName peer = asked.get();
    ui.background()
        .start(
            () -> talk.conversations().stream().anyMatch(c -> c.peer().equals(peer.toString())),
            known -> {
              if (known) {
                askAbout(over, peer, answer);
              } else {
                answer.same();
              }
            },
            why -> failed(over, answer, why));
  }

  private static Optional<PeerName> name(String text) {
    try {
      return Optional.of(PeerName.of(text));
    } catch (InvalidNameException e) {
      return Optional.empty(); // the form marks it
    }
  }

  private void failed(Component over, Answer answer, Throwable why) {
    Unexpected.tell(over, ui, why);
    answer.none();
  }

  private void askAbout(Component over, PeerName peer, Answer answer) {
    AtomicBoolean answered = new AtomicBoolean();
    Sheet sheet =
        new Sheet(
            over, "samePerson", ui.word("ui.samePerson.title", SafeText.quoted(peer.toString())));
    sheet
        .add(Plain.prose(ui.word("ui.samePerson.sentence"), WIDTH))
        .mainButton(
            Buttons.of(
                "samePerson.same",
                ui.word("ui.samePerson.same"),
                () -> {
                  answered.set(true);
                  sheet.close();
                  answer.same();
                }))
        .button(
            Buttons.of(
                "samePerson.another",
                ui.word("ui.samePerson.another"),
                () -> {
                  answered.set(true);
                  sheet.close();
                  withdraw(over, peer, answer);
                }))
        .button(Buttons.of("samePerson.cancel", ui.word("ui.common.cancel"), sheet::close));
    sheet.open();
    if (!answered.get()) {
      answer.none();
    }
  }

  /** Before the contact is there: what was written to the one before must not reach the other. */
  private void withdraw(Component over, PeerName peer, Answer answer) {
    ui.background()
        .start(
            () -> {
              talk.withdrawAll(peer);
              return peer;
            },
            done -> answer.another(() -> part(over, peer)),
            why -> failed(over, answer, why));
  }

  private void part(Component over, PeerName peer) {
    ui.background()
        .start(
            () -> steps.part(peer),
            Runnable::run,
            why -> Unexpected.tell(over, ui, why));
  }
}
