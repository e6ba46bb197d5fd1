package org.parley.ui.conversations;

import java.util.List;
import org.parley.messaging.Message;

/** What somebody can do to messages. Called on the event thread. */
interface MessageActions {
  /** Try a message of ours again, now. */
  void retry(String id);

  /** Withdraw a message of ours. */
  void cancel(String id);

  /** Put messages, oldest first, on the clipboard. */
  void copy(List<Message> messages);

  /** Take the content of messages out of the history, once that is agreed to. */
  void remove(List<Message> messages);

  /** Show what went over the wire. */
  void details(Message message);

  /** A link was chosen: nothing is opened without a question. */
  void link(String address);
}
