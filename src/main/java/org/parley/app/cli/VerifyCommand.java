package org.parley.app.cli;

import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.Terminal;
import org.parley.app.profile.Profile;
import org.parley.journal.Finding;
import org.parley.journal.JournalException;
import org.parley.journal.export.VerifierKey;
import org.parley.journal.verify.Verification;
import org.parley.journal.verify.Verifier;
import org.parley.json.JsonArray;
import org.parley.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verifies the whole journal, or an exported log; changes nothing. */
@Command(name = "verify")
final class VerifyCommand extends ParleyCommand {
  @Option(names = "--json", descriptionKey = "cli.option.json")
  private boolean json;

  @Option(names = "--export", paramLabel = "FILE", descriptionKey = "cli.option.export")
  private @Nullable Path export;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      converter = KeyConverter.class,
      descriptionKey = "cli.option.key")
  private @Nullable VerifierKey key;

  VerifyCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    if (export != null) {
      return new ExportVerification(here, export, key, json).run();
    }
    if (key != null) {
      throw CommandFailed.usage(say("verify.usage"));
    }
    try (Profile profile = here.open()) {
      Verification result = new Verifier(profile.journal()).run(new StopProgress(here.stop()));
      if (result == null) {
        throw CommandFailed.failed(say("stopped"));
      }
      print(result);
      return result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (JournalException e) {
      throw CommandFailed.failed(say("journal.unreadable", String.valueOf(e.getMessage())));
    }
  }

  private void print(Verification result) {
    Terminal terminal = here.terminal();
    String root = HexFormat.of().formatHex(result.root());
    if (json) {
      terminal.json(
          JsonObject.empty()
              .with("ok", result.findings().isEmpty())
              .with("entries", result.entries())
              .with("root", root)
              .with(
                  "findings", new JsonArray(result.findings().stream().map(this::json).toList())));
      return;
    }
    String key = result.findings().isEmpty() ? "verify.ok" : "verify.found";
    terminal.line(
        say(
            key,
            Long.toString(result.entries()),
            root,
            Integer.toString(result.findings().size())));
    result.findings().forEach(finding -> terminal.line("  " + line(finding)));
  }

  private JsonObject json(Finding finding) {
    return JsonObject.empty()
        .with("kind", finding.kind().publicName())
        .with("seq", finding.seq())
        .with("detail", detail(finding));
  }

  private String line(Finding finding) {
    String kind = finding.kind().publicName();
    return finding.seq() == null
        ? kind + ": " + detail(finding)
        : kind + " " + rows(finding) + ": " + detail(finding);
  }

  private static String rows(Finding finding) {
    boolean one = finding.last() == null || finding.last().equals(finding.seq());
    return one ? String.valueOf(finding.seq()) : finding.seq() + "-" + finding.last();
  }

  private String detail(Finding finding) {
    String sentence = here.words().get(finding.detail().key());
    boolean run = finding.last() != null && !finding.last().equals(finding.seq());
    return run ? sentence + " (" + rows(finding) + ")" : sentence;
  }
}
