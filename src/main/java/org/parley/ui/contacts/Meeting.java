package org.parley.ui.contacts;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.RandomSource;
import org.parley.directory.ContactForm;
import org.parley.directory.DirectoryDamagedException;
import org.parley.directory.FieldProblems;
import org.parley.directory.InvalidContactException;
import org.parley.directory.Invitation;
import org.parley.directory.Password;
import org.parley.directory.PasswordGenerator;
import org.parley.name.PeerName;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Status;
import org.parley.ui.workplace.StatusSource;

/** How two people come to have each other's entry. Used on the event thread. */
final class Meeting implements AutoCloseable {
  private final UiContext ui;
  private final PeerName self;
  private final StatusSource status;
  private @Nullable Password invited;

  Meeting(UiContext ui, PeerName self, StatusSource status) {
    this.ui = ui;
    this.self = self;
    this.status = status;
  }

  /** Shows an entry that describes me, with a fresh password. */
  void invite(Component over) {
    Password fresh = new PasswordGenerator(RandomSource.secure()).next();
    forget();
    invited = fresh;
    new HandOverView(
            ui,
            over,
            ui.word("ui.invite.title"),
            ui.word("ui.invite.sentence"),
            addresses(),
            address -> text(address, Optional.of(fresh)))
        .open();
  }

  /** Shows the entry that the inviter pastes: me, without a password. */
  void reply(Component over) {
    new HandOverView(
            ui,
            over,
            ui.word("ui.reply.title"),
            ui.word("ui.reply.sentence"),
            addresses(),
            address -> text(address, Optional.empty()))
        .open();
  }

  private List<String> addresses() {
    return status.status().addresses();
  }

  private FormText text(String address, Optional<Password> password) {
    Status now = status.status();
    String port = Integer.toString(now.port());
    FieldProblems problems = Invitation.check(self.toString(), address, port);
    if (!problems.isEmpty()) {
      return FormText.wrong(ProblemWords.all(problems, ui));
    }
    try {
      return FormText.of(
          password.isPresent()
              ? Invitation.invite(self.toString(), address, port, password.get())
              : Invitation.reply(self.toString(), address, port));
    } catch (InvalidContactException e) {
      return FormText.wrong(ProblemWords.all(e.problems(), ui));
    }
  }

  /** A text to hand over, or why there is none. */
  record FormText(String text, String fault) {
    static FormText of(String text) {
      return new FormText(text, "");
    }

    static FormText wrong(String sentence) {
      return new FormText("", sentence);
    }
  }

  /** What was pasted, with the password of the last invitation where it has none of its own. */
  ContactForm read(String pasted) throws DirectoryDamagedException {
    ContactForm form = Invitation.read(pasted);
    Password own = form.password();
    Password ours = invited;
    boolean isReply = own == null || own.isEmpty();
    return isReply && ours != null ? form.withPassword(ours.copy()) : form;
  }

  /** Whether there is an invitation whose reply may come. */
  boolean hasInvited() {
    return invited != null;
  }

  private void forget() {
    if (invited != null) {
      invited.close();
      invited = null;
    }
  }

  @Override
  public void close() {
    forget();
  }
}
