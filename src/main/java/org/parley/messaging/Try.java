package org.parley.messaging;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.directory.Endpoint;
import org.parley.network.Dialer;
import org.parley.network.Dialer.NotConnectedException;
import org.parley.network.SessionObserver.RecordingException;
import org.parley.session.Initiator;
import org.parley.session.SessionEnd;

/**
 * One connection that we open, to its end, on the caller's thread.
 *
 * @param failure null where it did what it was to do
 * @param end how the session ended; null where there was none, or recording failed
 */
record Try(@Nullable Failure failure, @Nullable SessionEnd end) {

  static Try run(
      Dialer dialer, Endpoint at, Initiator machine, OutgoingSession session, Cancellation cancel) {
    List<Cancellation.Registration> sockets = new ArrayList<>();
    try {
      SessionEnd end =
          dialer.dial(
              at.host().text(),
              at.port(),
              machine,
              session,
              socket -> sockets.add(cancel.onCancel(() -> close(socket))));
      return new Try(Ends.failure(end, cancel), end);
    } catch (NotConnectedException e) {
      return new Try(Ends.failure(e.failure()), null);
    } catch (RecordingException e) {
      return new Try(ownStorage(e), null);
    } finally {
      sockets.forEach(Cancellation.Registration::close);
    }
  }

  static Failure ownStorage(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return Failure.of(FailureKind.OWN_STORAGE, String.valueOf(cause.getMessage()));
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // the one who waits on it finds out
    }
  }
}
