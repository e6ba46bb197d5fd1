package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.VisibleText;
import org.parley.app.profile.Profile;
import org.parley.json.JsonObject;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Failure;
import org.parley.messaging.Messenger;
import org.parley.name.PeerName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Connects, authenticates both ways, sends nothing, and says what happened. */
@Command(name = "check")
final class ContactsCheckCommand extends ParleyCommand {
  @Parameters(
      paramLabel = "NAME",
      converter = NameConverter.class,
      descriptionKey = "cli.option.contact")
  private PeerName name;

  @Option(names = "--json", descriptionKey = "cli.option.json")
  private boolean json;

  ContactsCheckCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.openToWrite()) {
      Messenger messenger = here.messenger(profile);
      Cancellation cancel = here.cancellation();
      try (SecretsReady secrets = new SecretsReady(messenger)) {
        secrets.await(name, profile.contacts().now(), cancel);
      }
      Failure failure = messenger.check(name, cancel);
      String reason = failure == null ? null : failure.sentence(here.words());
      if (json) {
        here.terminal().json(JsonObject.empty().with("ok", failure == null).with("reason", reason));
        return failure == null ? ExitCode.DONE : ExitCode.FAILED;
      }
      if (reason != null) {
        throw CommandFailed.failed(VisibleText.line(reason));
      }
      here.terminal().line(say("contacts.check.ok"));
      return ExitCode.DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailed.failed(say("stopped"));
    }
  }
}
