package org.parley.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.Passwords;
import org.parley.app.console.StopSignal;
import org.parley.app.console.Terminal;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.app.profile.ProfileException;
import org.parley.app.profile.UserFolders;
import org.parley.directory.FieldProblems;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Messenger;
import org.parley.messaging.StorageException;
import org.parley.words.Words;

/**
 * What a command is given.
 *
 * @param terminal its streams
 * @param words every sentence
 * @param stop Ctrl+C and SIGTERM
 * @param options what the user said for all commands
 * @param workingFolder where the process was started
 */
record Surroundings(
    Terminal terminal, Words words, StopSignal stop, GlobalOptions options, Path workingFolder) {

  Passwords passwords() {
    return new Passwords(terminal, words);
  }

  Sentences sentences() {
    return new Sentences(words);
  }

  /** The sentence of a key below {@code cli}. */
  String say(String key, Object... arguments) {
    return words.get("cli." + key, arguments);
  }

  /** What the options ask to be opened. */
  Opening opening(Distrust distrust) {
    UserFolders user = UserFolders.ofSystem(terminal::environment);
    return new Opening(
        DataFolder.choose(options.data, workingFolder, user),
        options.directory,
        options.user,
        options.port,
        workingFolder,
        user.state(),
        distrust);
  }

  /** The same, where there is a vault: nobody is asked for a password in vain. */
  Opening openingOfVault(Distrust distrust) throws CommandFailed {
    Opening opening = opening(distrust);
    if (!opening.folder().hasVault()) {
      throw sentences().of(ProfileException.withoutVault(opening.folder()), opening);
    }
    return opening;
  }

  /** Opens the profile, also where its journal can only be read. */
  Profile open() throws CommandFailed {
    return open(Distrust.SHOW);
  }

  /** Opens the profile, to which rows will be added. */
  Profile openToWrite() throws CommandFailed {
    return open(Distrust.REFUSE);
  }

  private Profile open(Distrust distrust) throws CommandFailed {
    Opening opening = openingOfVault(distrust);
    try {
      return open(opening);
    } catch (ProfileException e) {
      throw sentences().of(e, opening);
    }
  }

  /** Opens a profile with the startup password that the options name. */
  Profile open(Opening opening) throws CommandFailed, ProfileException {
    char[] password = passwords().startup(options.passwordFile);
    try {
      return open(opening, password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Opens a profile with a password that stays the caller's. */
  Profile open(Opening opening, char[] password) throws CommandFailed, ProfileException {
    char[] passphrase =
        options.directoryPasswordFile == null
            ? null
            : passwords().fromFile(options.directoryPasswordFile);
    try {
      return Assembly.open(opening, password, passphrase, step -> {});
    } finally {
      if (passphrase != null) {
        Arrays.fill(passphrase, '\0');
      }
    }
  }

  /** The profile's messenger. */
  Messenger messenger(Profile profile) throws CommandFailed {
    try {
      return profile.messenger();
    } catch (StorageException e) {
      throw CommandFailed.failed(say("storage", e.reason()));
    }
  }

  /** What Ctrl+C and SIGTERM cancel. */
  Cancellation cancellation() {
    Cancellation cancellation = new Cancellation();
    stop.onStop(cancellation::cancel);
    return cancellation;
  }

  CommandFailed invalidContact(FieldProblems problems) {
    return CommandFailed.usage(say("contacts.invalid", new FieldSentences(words).of(problems)));
  }
}
