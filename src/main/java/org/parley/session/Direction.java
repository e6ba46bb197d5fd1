package org.parley.session;

/** Which way a PDU went, seen from this side. */
public enum Direction {
  /** By us. */
  SENT,
  /** By the peer, or by somebody on the way. */
  RECEIVED
}
