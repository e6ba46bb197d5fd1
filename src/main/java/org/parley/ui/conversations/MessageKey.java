package org.parley.ui.conversations;

import org.jspecify.annotations.Nullable;
import org.parley.messaging.Message;

/** Which message it is, whatever became of it. Ours and theirs may bear the same id. */
record MessageKey(boolean outgoing, @Nullable String id, @Nullable Long seq) {

  static MessageKey of(Message message) {
    return message.id() != null
        ? new MessageKey(message.outgoing(), message.id(), null)
        : new MessageKey(message.outgoing(), null, message.seq());
  }

  /** A message of ours. */
  static MessageKey ours(String id) {
    return new MessageKey(true, id, null);
  }
}
