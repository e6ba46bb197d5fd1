package org.parley.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.Terminal;
import org.parley.app.profile.IoReason;
import org.parley.journal.export.ExportFinding;
import org.parley.journal.export.ExportKind;
import org.parley.journal.export.ExportReader;
import org.parley.journal.export.ExportVerdict;
import org.parley.journal.export.VerifiedExport;
import org.parley.journal.export.VerifierKey;
import org.parley.json.JsonArray;
import org.parley.json.JsonObject;

/** {@code verify --export}: an exported log, by whoever was given it. */
final class ExportVerification {
  private final Surroundings here;
  private final Path file;
  private final @Nullable VerifierKey trusted;
  private final boolean json;

  ExportVerification(Surroundings here, Path file, @Nullable VerifierKey trusted, boolean json) {
    this.here = here;
    this.file = file;
    this.trusted = trusted;
    this.json = json;
  }

  int run() throws CommandFailed {
    try {
      ExportVerdict verdict = new ExportReader(file, trusted).verify(new StopProgress(here.stop()));
      if (verdict == null) {
        throw CommandFailed.failed(here.say("stopped"));
      }
      print(verdict);
      return verdict.ok() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (IOException e) {
      throw CommandFailed.failed(here.say("file.unreadable", file, IoReason.of(e)));
    }
  }

  private void print(ExportVerdict verdict) {
    VerifiedExport export = verdict.export();
    if (json) {
      here.terminal().json(object(verdict));
      if (export != null && trusted == null) {
        // Standard output is for the object; that nobody vouched for the key is to be seen still.
        here.terminal().error(compare(export));
      }
    } else if (export == null) {
      here.terminal().line(here.say("verify.export.bad"));
      verdict.findings().forEach(finding -> here.terminal().line("  " + line(finding)));
    } else {
      printGood(export);
    }
  }

  private void printGood(VerifiedExport export) {
    Terminal terminal = here.terminal();
    String key = export.kind() == ExportKind.WHOLE ? "verify.export.whole" : "verify.export.part";
    terminal.line(
        here.say(
            key,
            Long.toString(export.rows()),
            Long.toString(export.size()),
            export.owner(),
            Lines.rfc3339(export.exported())));
    if (export.withheld() > 0) {
      terminal.line(
          here.say(
              "verify.export.withheld",
              Long.toString(export.withheld()),
              Long.toString(export.removed())));
    }
    if (!export.verified()) {
      terminal.line(here.say("verify.export.unverified"));
    }
    terminal.line(here.say("verify.export.proves", export.owner()));
    terminal.line(
        trusted == null
            ? compare(export)
            : here.say("verify.export.trusted", export.key().fingerprint()));
  }

  private String compare(VerifiedExport export) {
    return here.say("verify.export.compare", export.owner(), export.key().fingerprint());
  }

  private JsonObject object(ExportVerdict verdict) {
    VerifiedExport export = verdict.export();
    byte[] root = verdict.root();
    List<JsonObject> findings = verdict.findings().stream().map(this::object).toList();
    return JsonObject.empty()
        .with("ok", verdict.ok())
        .with("entries", export == null ? 0 : export.rows())
        .with("root", root == null ? "" : HexFormat.of().formatHex(root))
        .with("findings", new JsonArray(findings));
  }

  private JsonObject object(ExportFinding finding) {
    return JsonObject.empty()
        .with("kind", finding.fault().publicName())
        .with("seq", finding.seq())
        .with("detail", detail(finding));
  }

  private String line(ExportFinding finding) {
    String seq = finding.seq() == null ? "" : " " + finding.seq();
    return finding.fault().publicName() + seq + ": " + detail(finding);
  }

  private String detail(ExportFinding finding) {
    String sentence = here.words().get(finding.detail().key());
    return finding.line() == 0
        ? sentence
        : sentence + " (" + here.say("verify.export.line", Long.toString(finding.line())) + ")";
  }
}
