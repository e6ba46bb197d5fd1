package org.parley.app.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.ExitCode;
import org.parley.app.console.VisibleText;
import org.parley.json.JsonObject;
import org.parley.words.Words;

/**
 * What became of a message that was sent here.
 *
 * @param reason why the try failed, a sentence; null where it was delivered
 */
record SendOutcome(Status status, @Nullable String reason, String id) {
  enum Status {
    DELIVERED,
    QUEUED,
    FAILED
  }

  JsonObject json() {
    return JsonObject.empty()
        .with("status", status.name().toLowerCase(Locale.ROOT))
        .with("reason", reason)
        .with("id", id);
  }

  String sentence(Words words) {
    return words.get("cli.sent." + status, reason == null ? "" : VisibleText.line(reason));
  }

  int exitCode() {
    return status == Status.FAILED ? ExitCode.FAILED : ExitCode.DONE;
  }
}
