package org.parley.app.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.ExitCode;
import org.parley.app.console.VisibleText;
import org.parley.json.JsonObject;
import org.parley.messaging.Failure;
import org.parley.words.Words;

/**
 * What became of a message that was sent here.
 *
 * @param failure why the try failed; null where it was delivered
 */
record SendOutcome(Status status, @Nullable Failure failure, String id) {
  enum Status {
    DELIVERED,
    QUEUED,
    FAILED
  }

  JsonObject json(Words words) {
    return JsonObject.empty()
        .with("status", status.name().toLowerCase(Locale.ROOT))
        .with("reason", reason(words))
        .with("id", id);
  }

  String sentence(Words words) {
    String reason = reason(words);
    return words.get("cli.sent." + status, reason == null ? "" : VisibleText.line(reason));
  }

  private @Nullable String reason(Words words) {
    return failure == null ? null : failure.sentence(words);
  }

  int exitCode() {
    return status == Status.FAILED ? ExitCode.FAILED : ExitCode.DONE;
  }
}
