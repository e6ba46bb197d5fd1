package org.parley.app.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.PasswordPrompt;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.app.profile.ProfileException;
import org.parley.app.profile.ProfileException.Trouble;

/**
 * Opens a profile to receive into. Where the journal cannot be trusted its owner is asked at the
 * console, and agrees by giving the startup password: then the journal is kept beside, and a new
 * one begins.
 */
final class TrustedOpening {
  private static final Set<Trouble> UP_TO_THE_OWNER =
      EnumSet.of(Trouble.JOURNAL_UNTRUSTED, Trouble.JOURNAL_FOREIGN, Trouble.JOURNAL_GONE);

  private final Surroundings here;

  TrustedOpening(Surroundings here) {
    this.here = here;
  }

  Profile open() throws CommandFailed {
    Opening opening = here.openingOfVault(Distrust.REFUSE);
    try {
      return here.open(opening);
    } catch (ProfileException e) {
      if (UP_TO_THE_OWNER.contains(e.trouble())) {
        return setAside(opening, here.sentences().of(e, opening));
      }
      throw here.sentences().of(e, opening);
    }
  }

  private Profile setAside(Opening opening, CommandFailed problem) throws CommandFailed {
    PasswordPrompt console = here.terminal().prompt();
    if (console == null) {
      throw problem;
    }
    here.terminal().error(problem.sentence());
    char[] consent = console.ask(here.say("ask.aside") + " ");
    if (consent == null || consent.length == 0) {
      throw CommandFailed.failed(here.say("aside.kept"));
    }
    try {
      return here.open(opening.with(Distrust.SET_ASIDE), consent);
    } catch (ProfileException e) {
      throw here.sentences().of(e, opening);
    } finally {
      Arrays.fill(consent, '\0');
    }
  }
}
