package org.parley.network;

import org.parley.session.Responder;

/** Whom a {@link Listener} asks about each connection. Called on the listener's threads. */
public interface InboundHandler {
  /**
   * What serves a connection.
   *
   * @param machine a fresh responder; the listener closes it
   * @param observer hears of what happens
   */
  record Visit(Responder machine, SessionObserver observer) {}

  /** Somebody connected from this host. */
  Visit visit(String host);

  /** Accepting came to an end by itself, for this reason; connections that stand go on. */
  void listenerFailed(String why);
}
