package org.parley.messaging;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.settings.Documents;
import org.parley.settings.SealedState;
import org.parley.settings.StateChange;
import org.parley.vault.SealException;

/**
 * Why messages to an address are not known to be delivered. They have no row in the outbox, and
 * their session's rows do not tell silence from a broken connection. Kept by the message's id in
 * the sealed state: {@code {"failure": kind, "arguments": [string, ...]}}.
 */
final class ManualFailures {
  private static final String NAME = "manual/";

  private final Documents documents;

  ManualFailures(SealedState state) {
    documents = Documents.others(state);
  }

  StateChange put(String id, Failure failure) {
    return documents.put(
        NAME + id,
        JsonObject.empty()
            .with("failure", failure.kind().name())
            .with("arguments", new JsonArray(failure.arguments())));
  }

  /** Null where none is known. */
  @Nullable Failure find(String id) throws StorageException {
    try {
      JsonObject value = documents.get(NAME + id);
      return value == null ? null : failure(value);
    } catch (IOException e) {
      throw new StorageException(e);
    } catch (SealException | JsonException | IllegalArgumentException e) {
      return null; // damaged, or a newer version's: then all that is known is that no answer came
    }
  }

  private static Failure failure(JsonObject value) throws JsonException {
    return new Failure(
        FailureKind.valueOf(value.string("failure")),
        value.array("arguments").values().stream().map(String::valueOf).toList());
  }
}
