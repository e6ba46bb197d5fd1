package org.parley.session;

import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;
import org.parley.wire.Frame;

/**
 * One side of one connection of the classic protocol: events in, {@link Reaction}s out. It holds no
 * socket, thread or clock. Its driver calls one method after the other, from one thread at a time,
 * and only what the last reaction's {@link Reaction.Next} allows: another call is a bug and throws
 * {@link IllegalStateException}. {@link #peerClosed} and {@link #connectionLost} may come at any
 * time before the end.
 *
 * <p>With its last reaction it wipes its secrets.
 */
public interface SessionMachine extends AutoCloseable {
  /** The connection stands. Called first, and once. */
  Reaction start(Now now);

  /** A frame came, its last byte at {@code now}. */
  Reaction received(Frame frame, Now now);

  /** Goes on after {@link Reaction.Next#RESUME}. */
  Reaction resume(Now now);

  /** The deadline passed. Too early a call changes nothing. */
  Reaction deadline(Now now);

  /** The peer ended the stream between two PDUs. */
  Reaction peerClosed(Now now);

  /** The connection broke, or the stream ended within a PDU. */
  Reaction connectionLost(Now now);

  /** The most bytes of the next PDU: what the reader's limit is set to after each reaction. */
  int pduLimit();

  /** Whom the peer says it is; null until its {@code dh_1} or {@code dh_2} was taken. */
  @Nullable PeerName peer();

  /** Whether the peer has proved that it has the secret. */
  boolean authenticated();

  /** The last step, 1 to 12, that is done; 0 at the beginning: how far the connection has got. */
  int step();

  /** Wipes the secrets, wherever it stands. To be called in any case; again does nothing. */
  @Override
  void close();
}
