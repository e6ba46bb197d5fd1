package org.parley.session;

/** How a connection ended: what the user is told apart, and what the outbox decides by. */
public enum EndKind {
  /** Initiator: the peer has the text on its disk. */
  DELIVERED,
  /** Initiator without a text: both have proved who they are. */
  CHECKED,
  /** Responder: one text answered with {@code ack} and then closed, or the peer left in order. */
  COMPLETED,
  /** Responder: the text was answered with {@code nack}; {@link SessionEnd#reason()} says why. */
  TEXT_NOT_TAKEN,
  /** Nothing came until the deadline. */
  SILENT,
  /** The stream ended, or broke, where more was to come. */
  CLOSED_ON_THE_WAY,
  /** The secrets differ, here or there, or the other side does not know our name. */
  AUTHENTICATION_FAILED,
  /** Another name answered than was dialled: {@link SessionEnd#name()}. */
  OTHER_NAME,
  /** The peer bears our own name. */
  OWN_NAME,
  /**
   * Initiator: {@link SecretLookup} gave nothing for the name that answered. Dialled by hand: that
   * name is in the directory and the password given is not that entry's.
   */
  NO_SECRET,
  /** PDUs were ignored for their time: {@link SessionEnd#clockOffsetMillis()}, if believed. */
  CLOCKS_DIFFER,
  /** A PDU arrived changed, here or, says the peer's {@code nack}, there. */
  DAMAGED,
  /** Initiator: the peer will not take this text. */
  REFUSED_BY_PEER,
  /** Initiator: the peer cannot store it now. */
  PEER_STORAGE,
  /** A plain {@code nack}: the other side, or somebody on the way, refused. */
  REFUSED_UNPROVEN,
  /** The peer broke the protocol or, says its {@code nack}, we did. */
  PROTOCOL_FAULT
}
