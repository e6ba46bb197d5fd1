package org.parley.app.cli;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.Terminal;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.app.profile.ProfileException;
import org.parley.app.profile.ProfileException.Trouble;
import org.parley.crypto.Sha256;
import org.parley.journal.Finding;
import org.parley.journal.FindingDetail;
import org.parley.journal.FindingKind;
import org.parley.journal.JournalException;
import org.parley.journal.export.VerifierKey;
import org.parley.journal.verify.Verification;
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
    Opening opening = here.openingOfVault(Distrust.SHOW);
    try (Profile profile = here.open(opening)) {
      Verification result = profile.verifying().run(new StopProgress(here.stop()));
      if (result == null) {
        throw CommandFailed.failed(say("stopped"));
      }
      print(result);
      return result.ok() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (ProfileException e) {
      Verification result = unopened(e.trouble());
      if (result == null) {
        throw here.sentences().of(e, opening);
      }
      print(result);
      return ExitCode.FAILED;
    } catch (JournalException e) {
      throw CommandFailed.failed(say("journal.unreadable", String.valueOf(e.getMessage())));
    }
  }

  /** What keeps a journal from being opened at all is a finding too; null where it is none. */
  private static @Nullable Verification unopened(Trouble trouble) {
    return switch (trouble) {
      case JOURNAL_FOREIGN -> only(FindingKind.FOREIGN, FindingDetail.OBJECTS);
      case JOURNAL_GONE -> only(FindingKind.ROLLED_BACK, FindingDetail.DATABASE_GONE);
      default -> null;
    };
  }

  private static Verification only(FindingKind kind, FindingDetail detail) {
    Finding finding = new Finding(kind, null, null, detail, "");
    return new Verification(0, Sha256.of(), List.of(finding), 0, List.of(), 0);
  }

  private void print(Verification result) {
    Terminal terminal = here.terminal();
    String root = HexFormat.of().formatHex(result.root());
    if (json) {
      terminal.json(
          JsonObject.empty()
              .with("ok", result.ok())
              .with("entries", result.entries())
              .with("root", root)
              .with("findings", new JsonArray(result.findings().stream().map(this::json).toList()))
              .with("unlisted", result.unlisted()));
      return;
    }
    String key = result.ok() ? "verify.ok" : "verify.found";
    terminal.line(say(key, Long.toString(result.entries()), root, Long.toString(result.count())));
    result.findings().forEach(finding -> terminal.line("  " + line(finding)));
    if (result.unlisted() > 0) {
      terminal.line("  " + say("verify.more", Long.toString(result.unlisted())));
    }
  }

  private JsonObject json(Finding finding) {
    return JsonObject.empty()
        .with("kind", finding.kind().publicName())
        .with("seq", finding.seq())
        .with("detail", detail(finding));
  }

  private String line(Finding finding) {
    return finding.kind().publicName() + ": " + detail(finding);
  }

  private String detail(Finding finding) {
    return here.words().get(finding.detail().key(), row(finding.seq()), row(finding.last()));
  }

  private static String row(@Nullable Long seq) {
    return seq == null ? "" : seq.toString();
  }
}
