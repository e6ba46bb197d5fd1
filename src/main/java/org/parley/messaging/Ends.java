package org.parley.messaging;

import org.jspecify.annotations.Nullable;
import org.parley.network.NetworkFailure;
import org.parley.session.SessionEnd;

/** What the end of a try means for people. */
final class Ends {
  private Ends() {}

  /** The failure of an initiator's end; null where it did what it was to do. */
  static @Nullable Failure failure(SessionEnd end, Cancellation cancel) {
    return switch (end.kind()) {
      case DELIVERED, CHECKED -> null;
      case SILENT -> Failure.of(FailureKind.SILENT);
      case CLOSED_ON_THE_WAY ->
          Failure.of(cancel.isCancelled() ? FailureKind.CANCELLED : FailureKind.CLOSED_ON_THE_WAY);
      case AUTHENTICATION_FAILED -> Failure.of(FailureKind.AUTHENTICATION_FAILED);
      case OTHER_NAME -> Failure.of(FailureKind.OTHER_NAME, String.valueOf(end.name()));
      case OWN_NAME -> Failure.of(FailureKind.OWN_NAME);
      // The directory changed while the name was dialled.
      case NO_SECRET -> Failure.of(FailureKind.SECRET_NOT_READY);
      case CLOCKS_DIFFER ->
          Failure.of(
              FailureKind.CLOCKS_DIFFER,
              Long.toString(Math.round(Math.abs(end.clockOffsetMillis()) / 1000.0)));
      case DAMAGED -> Failure.of(FailureKind.DAMAGED);
      case REFUSED_BY_PEER -> Failure.of(FailureKind.REFUSED_BY_PEER);
      case PEER_STORAGE -> Failure.of(FailureKind.PEER_STORAGE);
      case REFUSED_UNPROVEN -> Failure.of(FailureKind.REFUSED_UNPROVEN);
      case PROTOCOL_FAULT -> Failure.of(FailureKind.PROTOCOL_FAULT);
      case COMPLETED, TEXT_NOT_TAKEN ->
          throw new IllegalStateException("a responder's end: " + end.kind());
    };
  }

  static Failure failure(NetworkFailure failure) {
    return Failure.of(
        switch (failure) {
          case UNKNOWN_HOST -> FailureKind.UNKNOWN_HOST;
          case UNREACHABLE -> FailureKind.NOBODY_THERE;
          case NO_NAME_SERVICE -> FailureKind.NO_NAME_SERVICE;
          case REFUSED -> FailureKind.CONNECTION_REFUSED;
          case RESET -> FailureKind.CLOSED_ON_THE_WAY;
          case CANCELLED -> FailureKind.CANCELLED;
        });
  }
}
