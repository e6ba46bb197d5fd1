package org.parley.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.directory.Endpoint;
import org.parley.messaging.Failure;
import org.parley.messaging.ManualResult;
import org.parley.messaging.MessageRefusedException;
import org.parley.name.PeerName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Sends one message, to a contact or to an address. */
@Command(name = "send")
final class SendCommand extends ParleyCommand {
  @Parameters(paramLabel = "NAME|TEXT", arity = "0..2", descriptionKey = "cli.option.send.words")
  private List<String> positional = List.of();

  @Option(names = "--queue", descriptionKey = "cli.option.queue")
  private boolean queue;

  @Option(
      names = "--to",
      paramLabel = "HOST:PORT",
      converter = EndpointConverter.class,
      descriptionKey = "cli.option.to")
  private @Nullable Endpoint to;

  @Option(
      names = "--peer-password-file",
      paramLabel = "FILE",
      descriptionKey = "cli.option.peer-password-file")
  private @Nullable Path peerPasswordFile;

  @Option(names = "--json", descriptionKey = "cli.option.json")
  private boolean json;

  SendCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try {
      return print(to == null ? toContact() : toAddress(to));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailed.failed(say("stopped"));
    }
  }

  private SendOutcome toContact() throws CommandFailed, InterruptedException {
    if (positional.isEmpty() || positional.size() > 2 || peerPasswordFile != null) {
      throw CommandFailed.usage(say("send.usage"));
    }
    PeerName name = name(positional.get(0));
    String text = positional.size() == 2 ? positional.get(1) : MessageInput.read(here);
    try (Profile profile = here.openToWrite()) {
      return new ContactSender(here, profile, here.messenger(profile), here.cancellation())
          .send(name, text, queue);
    }
  }

  private PeerName name(String typed) throws CommandFailed {
    try {
      return new NameConverter().convert(typed);
    } catch (TypeConversionException e) {
      throw CommandFailed.usage(say("usage", String.valueOf(e.getMessage()), "parley send"));
    }
  }

  private SendOutcome toAddress(Endpoint address) throws CommandFailed {
    Path file = peerPasswordFile;
    if (file == null || queue || positional.size() > 1) {
      throw CommandFailed.usage(say("send.usage.to"));
    }
    char[] password = here.passwords().fromFile(file);
    String text = positional.isEmpty() ? MessageInput.read(here) : positional.get(0);
    try (Profile profile = here.openToWrite()) {
      ManualResult result =
          here.messenger(profile).sendTo(address, password, text, here.cancellation());
      Failure failure = result.failure();
      return failure == null
          ? new SendOutcome(SendOutcome.Status.DELIVERED, null, result.id())
          : new SendOutcome(SendOutcome.Status.FAILED, failure.sentence(here.words()), result.id());
    } catch (MessageRefusedException e) {
      throw CommandFailed.failed(say("send." + e.kind()));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private int print(SendOutcome outcome) throws CommandFailed {
    if (json) {
      here.terminal().json(outcome.json());
      return outcome.exitCode();
    }
    if (outcome.status() == SendOutcome.Status.FAILED) {
      throw CommandFailed.failed(outcome.sentence(here.words()));
    }
    here.terminal().line(outcome.sentence(here.words()));
    return ExitCode.DONE;
  }
}
