package org.parley.messaging;

import java.time.Instant;
import org.parley.name.PeerName;

/**
 * Hears of what happened, once it is committed. Called on messaging's threads, one call at a time;
 * it must return at once.
 */
public interface MessagingListener {
  /** A message of ours or theirs is new, or its fate changed. */
  default void messageChanged(Message message) {}

  /** A message of ours that was never sent is no more: its owner took it out. */
  default void messageDiscarded(String peer, String id) {}

  /**
   * Somebody authenticated as this contact, either way.
   *
   * @param address where they are, {@code host:port} where we dialled, else the host only
   */
  default void contactReached(PeerName name, String address, Instant at) {}

  /**
   * A name that the directory does not have tried to reach us; not verified, at most one a minute.
   */
  default void strangerTried(String name, String address) {}

  /** What the owner keeps about a conversation is another now. */
  default void noteChanged(String peer) {}

  /** A contact's secret became ready, or the last of them did. */
  default void secretsChanged(int ready, int total) {}

  /** The journal could not be written; argument: why. Nothing is acknowledged until it can. */
  default void storageFailed(String why) {}

  /** The listener ended by itself; argument: why. */
  default void listenerFailed(String why) {}
}
