package org.parley.ui.workplace;

import org.parley.name.PeerName;

/**
 * An unlocked profile: everything that one main window works with.
 *
 * <p>Getters return at once and may be called on the event thread. {@link #close()} waits for disk
 * and network and is called off it.
 */
public interface Workplace {

  /** The own name, as the handshake tells it. */
  PeerName self();

  /** The messages. */
  Talk talk();

  /** The contacts and how to change them. */
  AddressBook addressBook();

  /** Everything ever sent and received. */
  Archive archive();

  /** What went over the wire. */
  WireLog wireLog();

  /** What the status line tells. */
  StatusSource status();

  /** What the user has chosen. */
  Preferences preferences();

  /** Where it lies and listens. */
  OwnPlace own();

  /** Backups. */
  Safekeeping safekeeping();

  /** Stops listening, waits for writes on their way, wipes keys. Called once. */
  void close();
}
