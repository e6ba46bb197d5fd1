package org.parley.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.directory.Endpoint;
import org.parley.messaging.ManualResult;
import org.parley.messaging.MessageRefusedException;
import org.parley.messaging.StorageException;
import org.parley.name.PeerName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    checkUsage();
    Endpoint address = to;
    Path file = peerPasswordFile;
    if (address != null && file != null) {
      char[] password = here.passwords().fromFile(file);
      try {
        return toAddress(address, password, positional.isEmpty() ? input() : positional.get(0));
      } finally {
        Arrays.fill(password, '\0');
      }
    }
    PeerName name = new NameConverter().convert(positional.get(0));
    return toContact(name, positional.size() == 2 ? positional.get(1) : input());
  }

  private void checkUsage() throws CommandFailed {
    if (to == null && (positional.isEmpty() || peerPasswordFile != null)) {
      throw CommandFailed.usage(say("send.usage"));
    }
    if (to != null && (peerPasswordFile == null || queue || positional.size() > 1)) {
      throw CommandFailed.usage(say("send.usage.to"));
    }
  }

  private String input() throws CommandFailed {
    return MessageInput.read(here);
  }

  private int toContact(PeerName name, String text) throws CommandFailed {
    try (Profile profile = here.openToWrite()) {
      ContactSender sender =
          new ContactSender(profile, here.messenger(profile), here.cancellation());
      SendOutcome outcome = sender.send(name, text, queue);
      return print(outcome);
    } catch (MessageRefusedException e) {
      throw refused(e);
    } catch (StorageException e) {
      throw CommandFailed.failed(say("storage", e.reason()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailed.failed(say("stopped"));
    }
  }

  private int toAddress(Endpoint address, char[] password, String text) throws CommandFailed {
    try (Profile profile = here.openToWrite()) {
      ManualResult result =
          here.messenger(profile).sendTo(address, password, text, here.cancellation());
      return print(
          new SendOutcome(
              result.failure() == null ? SendOutcome.Status.DELIVERED : SendOutcome.Status.FAILED,
              result.failure(),
              result.id()));
    } catch (MessageRefusedException e) {
      throw refused(e);
    }
  }

  private CommandFailed refused(MessageRefusedException e) {
    return CommandFailed.failed(say("send." + e.kind()));
  }

  private int print(SendOutcome outcome) throws CommandFailed {
    if (json) {
      here.terminal().json(outcome.json(here.words()));
      return outcome.exitCode();
    }
    if (outcome.status() == SendOutcome.Status.FAILED) {
      throw CommandFailed.failed(outcome.sentence(here.words()));
    }
    here.terminal().line(outcome.sentence(here.words()));
    return ExitCode.DONE;
  }
}
