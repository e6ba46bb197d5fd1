package org.parley.ui.conversations;

/** What somebody can do to a message of theirs. Called on the event thread. */
interface MessageActions {
  /** Try it again, now. */
  void retry(String id);

  /** Withdraw it. */
  void cancel(String id);
}
