package org.parley.ui.contacts;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.messaging.Conversation;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.TalkException;

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
    ask(over, name(name).filter(isNew).stream().toList(), answer);
  }

  /** Asks about those of the names that the history knows, in one go. */
  void ask(Component over, List<PeerName> fresh, Answer answer) {
    if (fresh.isEmpty()) {
      answer.same();
      return;
    }
    ui.background()
        .start(
            () -> known(fresh),
            known -> {
              if (known.isEmpty()) {
                answer.same();
              } else if (known.size() == 1) {
                askAbout(over, known.get(0), answer);
              } else {
                askAbout(over, known, answer);
              }
            },
            why -> failed(over, answer, why));
  }

  private List<PeerName> known(List<PeerName> fresh) throws TalkException {
    Set<String> peers =
        talk.conversations().stream().map(Conversation::peer).collect(Collectors.toSet());
    return fresh.stream().filter(name -> peers.contains(name.toString())).toList();
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
                  withdraw(over, List.of(peer), answer);
                }))
        .button(Buttons.of("samePerson.cancel", ui.word("ui.common.cancel"), sheet::close));
    sheet.open();
    if (!answered.get()) {
      answer.none();
    }
  }

  private void askAbout(Component over, List<PeerName> known, Answer answer) {
    Optional<List<PeerName>> others = new SamePeopleView(ui, over, known).open();
    if (others.isEmpty()) {
      answer.none();
    } else if (others.get().isEmpty()) {
      answer.same();
    } else {
      withdraw(over, others.get(), answer);
    }
  }

  /** Before the contact is there: what was written to the one before must not reach the other. */
  private void withdraw(Component over, List<PeerName> peers, Answer answer) {
    ui.background()
        .start(
            () -> {
              for (PeerName peer : peers) {
                talk.withdrawAll(peer);
              }
              return peers;
            },
            done -> answer.another(() -> steps.part(over, peers)),
            why -> failed(over, answer, why));
  }
}
