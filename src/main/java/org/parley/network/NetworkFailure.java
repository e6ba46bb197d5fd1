package org.parley.network;

/** Why no connection came about. */
public enum NetworkFailure {
  /** The name service does not know the host. */
  UNKNOWN_HOST,
  /** The name service did not answer in time. */
  NO_NAME_SERVICE,
  /** No answer, no route. */
  UNREACHABLE,
  /** Answered: nothing listens on that port. */
  REFUSED,
  /** Answered, and ended the connection in the same moment. */
  RESET,
  /** Ours: the user gave it up. */
  CANCELLED
}
