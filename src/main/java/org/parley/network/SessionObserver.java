package org.parley.network;

import java.util.List;
import org.parley.session.PduEvent;
import org.parley.session.Reaction;
import org.parley.session.SessionEnd;
import org.parley.session.TextOffer;
import org.parley.session.Verdict;

/**
 * Hears what happens on one connection, in order, on the connection's own thread, and may hold it
 * up: the driver writes no byte of a reaction before {@code record} has returned.
 */
public interface SessionObserver {
  /**
   * Takes note of these events.
   *
   * @throws RecordingException where something that must be on disk first is not: nothing of these
   *     events is sent then
   */
  void record(List<PduEvent> events) throws RecordingException;

  /**
   * Decides on a text and records what follows from it. The reaction that this returns is already
   * recorded, and its bytes leave at once.
   */
  Reaction settle(TextOffer offer, Settlement machine);

  /** The session is over; everything before has been heard. Called last, once. */
  void ended(SessionEnd end);

  /** How the observer tells the machine of its decision. */
  interface Settlement {
    /** The machine's answer to this verdict; the events in it are not recorded yet. */
    Reaction answered(Verdict verdict);

    /** Takes an {@code ack} back that has not left, since what it acknowledges is not on disk. */
    Reaction storageFailed();
  }

  /** What must be on disk is not. */
  final class RecordingException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Wraps the reason. */
    public RecordingException(Throwable cause) {
      super(cause);
    }
  }
}
