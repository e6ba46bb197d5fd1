package org.parley.app.cli;

import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.journal.JournalException;
import org.parley.json.JsonObject;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Messenger;
import org.parley.messaging.StorageException;
import org.parley.network.ListenException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Receives and prints messages, and sends what is typed, until it is told to end. */
@Command(name = "listen")
final class ListenCommand extends ParleyCommand {
  @Option(
      names = "--count",
      paramLabel = "N",
      converter = CountConverter.class,
      descriptionKey = "cli.option.count")
  private @Nullable Integer count;

  @Option(names = "--stdin", descriptionKey = "cli.option.stdin")
  private boolean stdin;

  @Option(names = "--json", descriptionKey = "cli.option.json")
  private boolean json;

  ListenCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = new TrustedOpening(here).open()) {
      return listen(profile);
    } catch (JournalException e) {
      throw CommandFailed.failed(say("journal.unreadable", String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailed.failed(say("stopped"));
    }
  }

  private int listen(Profile profile) throws CommandFailed, JournalException, InterruptedException {
    if (profile.port().isEmpty()) {
      throw CommandFailed.usage(say("listen.no-port"));
    }
    Messenger messenger = here.messenger(profile);
    Cancellation cancel = here.cancellation();
    try (SecretsReady secrets = new SecretsReady(messenger)) {
      secrets.awaitAll(profile.contacts().now(), cancel);
    }
    if (cancel.isCancelled()) {
      return ExitCode.DONE;
    }
    try (JournalFollower follower = new JournalFollower(profile.journal());
        ListenNotices notices = new ListenNotices(here, messenger, follower)) {
      here.stop().onStop(messenger::stopListening);
      here.stop().onStop(follower::wake);
      takePort(messenger, profile, profile.port().getAsInt());
      messenger.startDelivering();
      startUpkeep(profile);
      if (!stdin) {
        return receive(messenger, follower, notices, null);
      }
      ContactSender sender = new ContactSender(here, profile, messenger, cancel);
      try (StdinSender requests = new StdinSender(here, sender, json)) {
        return receive(messenger, follower, notices, requests);
      }
    }
  }

  private void startUpkeep(Profile profile) throws CommandFailed {
    try {
      profile.upkeep().start();
    } catch (StorageException e) {
      throw CommandFailed.failed(say("storage", e.reason()));
    }
  }

  private void takePort(Messenger messenger, Profile profile, int port) throws CommandFailed {
    try {
      messenger.listen(profile.listenAddress(), port);
    } catch (ListenException e) {
      throw CommandFailed.failed(say("listen." + e.kind(), Integer.toString(port)));
    }
    if (json) {
      here.terminal().json(JsonObject.empty().with("listening", messenger.port()));
    } else {
      here.terminal().line(say("listen.listening", Integer.toString(messenger.port())));
    }
  }

  private int receive(
      Messenger messenger,
      JournalFollower follower,
      ListenNotices notices,
      @Nullable StdinSender requests)
      throws CommandFailed, JournalException, InterruptedException {
    ArrivalPrinter printer = new ArrivalPrinter(here, json);
    if (requests != null) {
      requests.start();
    }
    while (!over(printer, notices)) {
      follower.await();
      follower.read(printer);
    }
    if (!here.stop().isGiven()) {
      messenger.finishListening();
      if (requests != null) {
        requests.finish();
      }
    } else {
      messenger.stopListening();
    }
    follower.read(printer); // what came while it ended was acknowledged too
    String why = notices.ended();
    if (why != null) {
      throw CommandFailed.failed(say("listen.ended", why));
    }
    return ExitCode.DONE;
  }

  private boolean over(ArrivalPrinter printer, ListenNotices notices) {
    return here.stop().isGiven()
        || notices.ended() != null
        || here.terminal().outputGone()
        || (count != null && printer.printed() >= count);
  }
}
