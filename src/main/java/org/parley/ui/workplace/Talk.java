package org.parley.ui.workplace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Progress;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Cleared;
import org.parley.messaging.Conversation;
import org.parley.messaging.Failure;
import org.parley.messaging.Message;
import org.parley.messaging.MessagingListener;
import org.parley.messaging.RemovedRun;
import org.parley.name.PeerName;
import org.parley.ui.common.Subscription;

/**
 * Talking, as the window uses it: messaging's use cases under one roof. Everything may wait for
 * disk or network and is called off the event thread, but for {@link #ready()}, {@link #whenReady},
 * {@link #listen}, {@link #waitingFor} and {@link #reached}.
 */
public interface Talk {

  /** Whether the history can be read; until then it is being prepared. */
  boolean ready();

  /** Calls {@code ready} once the history can be read, at once if it can; on any thread. */
  void whenReady(Runnable ready);

  /** Conversations that have a message, newest activity first. */
  List<Conversation> conversations() throws TalkException;

  /** The newest {@code limit} messages before that one (null: of all), oldest first. */
  List<Message> page(String peer, @Nullable Message before, int limit) throws TalkException;

  /** The oldest {@code limit} messages after that one, oldest first. */
  List<Message> newer(String peer, Message after, int limit) throws TalkException;

  /** Removed messages directly before that one, with no other between. */
  RemovedRun removedBefore(String peer, Message message);

  /** Removed messages directly after that one, with no other between. */
  RemovedRun removedAfter(String peer, Message message);

  /** The first message received that was not read yet. */
  Optional<Message> firstUnread(String peer) throws TalkException;

  /**
   * The newest messages of a conversation that contain a text, newest first.
   *
   * @param cancel ends it with what was found so far
   */
  List<Message> find(String peer, String text, int limit, Cancellation cancel) throws TalkException;

  /** Everything received so far counts as read. */
  void markRead(String peer) throws TalkException;

  /** The text that was being written; empty if none. */
  String draft(String peer) throws TalkException;

  /** Keeps the text that is being written; empty to forget it. */
  void saveDraft(String peer, String text) throws TalkException;

  /** Puts a message into the outbox, durable on return; gives its id. */
  String send(PeerName to, String text) throws TalkException;

  /**
   * Works off what waits for a contact, in order, on this thread; what happens is told to the
   * listeners.
   */
  void deliver(PeerName to, Cancellation cancel);

  /** Tries a waiting or failed message again, soon. */
  void retry(String id) throws TalkException;

  /** Withdraws a waiting or failed message. */
  void cancel(String id) throws TalkException;

  /**
   * Takes a message's content out of the history, or a failed message that was never sent out of
   * the outbox. That it was there stays, and so does what the other side has.
   */
  void remove(Message message) throws TalkException;

  /** The same for every message of a conversation that can be, which takes a while. */
  Cleared clear(String peer, Progress progress) throws TalkException;

  /** How many messages wait for a contact; returns at once. */
  int waitingFor(PeerName contact);

  /** Withdraws all that waits for a contact. */
  void withdrawAll(PeerName contact) throws TalkException;

  /** Connects and authenticates both ways, sends nothing; empty if all went well. */
  Optional<Failure> check(PeerName contact, Cancellation cancel);

  /** The manual option. The password is the caller's, who wipes it after the return. */
  ManualOutcome sendTo(String host, int port, char[] password, String text, Cancellation cancel)
      throws TalkException;

  /** Where and when a contact last authenticated; empty if never since it is remembered. */
  Optional<Reached> reached(PeerName contact);

  /**
   * Where a contact last came from, where that is not what its entry says and the owner did not say
   * that it is not to be told. Asks the name service.
   */
  Optional<String> seenElsewhere(PeerName contact);

  /** What the owner keeps about each conversation; returns at once. */
  Notes notes();

  /** Calls the listener, on messaging's threads, until the subscription is closed. */
  Subscription listen(MessagingListener listener);
}
