package org.parley.messaging;

/** Why a try did not end as hoped: each has a sentence of its own under {@code failure.<name>}. */
public enum FailureKind {
  /** The host name is not known to the name service. */
  UNKNOWN_HOST,
  /** No answer from that address: off, unreachable, or dropped by a firewall. */
  NOBODY_THERE,
  /** The machine answered that nothing listens on that port. */
  CONNECTION_REFUSED,
  /** Connected, and then no answer within the deadline. */
  SILENT,
  /** The connection ended in the middle. */
  CLOSED_ON_THE_WAY,
  /** Wrong password here or there, or they do not know this name. */
  AUTHENTICATION_FAILED,
  /** Somebody of another name answered; argument: that name. */
  OTHER_NAME,
  /** Somebody bearing our own name answered. */
  OWN_NAME,
  /** The clocks are too far apart; argument: by how many seconds. */
  CLOCKS_DIFFER,
  /** A PDU came or arrived damaged. */
  DAMAGED,
  /** The peer, authenticated, will not have this message. */
  REFUSED_BY_PEER,
  /** The peer, authenticated, cannot store it now. */
  PEER_STORAGE,
  /** The other side, or somebody on the way, refused before anything was proven. */
  REFUSED_UNPROVEN,
  /** The other side does not keep to the protocol. */
  PROTOCOL_FAULT,
  /** This machine cannot store it now; argument: why, as the system says. */
  OWN_STORAGE,
  /**
   * The peer acknowledged it, and this machine cannot store that now; argument: why. It is sent
   * again, which the peer acknowledges again.
   */
  NOT_NOTED,
  /** The user cancelled the try. */
  CANCELLED,
  /** The directory has no usable contact of that name. */
  UNKNOWN_CONTACT,
  /** The contact's secret is still being derived. */
  SECRET_NOT_READY,
  /**
   * A manual connection reached a name of the directory, with another password than its entry's.
   */
  NOT_THE_ENTRYS_PASSWORD,
  /** The program ended before the try did. */
  INTERRUPTED,
  /** The name service did not answer in time. */
  NO_NAME_SERVICE,
  /**
   * The time that the user set is over; arguments: after how many hours, and the last try's kind
   * and arguments.
   */
  GIVEN_UP;

  /**
   * Whether the peer was not found, or nobody was who could prove to be it: once it shows itself,
   * the next try may go better at once. After any other failure it was there, and the pause holds,
   * or two that cannot store would try each other without end.
   */
  boolean absence() {
    return switch (this) {
      case UNKNOWN_HOST,
          NOBODY_THERE,
          CONNECTION_REFUSED,
          SILENT,
          AUTHENTICATION_FAILED,
          OTHER_NAME,
          OWN_NAME,
          CLOCKS_DIFFER,
          REFUSED_UNPROVEN,
          UNKNOWN_CONTACT,
          SECRET_NOT_READY,
          CANCELLED,
          INTERRUPTED,
          NO_NAME_SERVICE ->
          true;
      case CLOSED_ON_THE_WAY,
          DAMAGED,
          REFUSED_BY_PEER,
          PEER_STORAGE,
          PROTOCOL_FAULT,
          OWN_STORAGE,
          NOT_NOTED,
          NOT_THE_ENTRYS_PASSWORD,
          GIVEN_UP ->
          false;
    };
  }

  /** Whether trying again later, unchanged, can help. */
  public boolean worthRetrying() {
    return this != REFUSED_BY_PEER && this != GIVEN_UP;
  }
}
