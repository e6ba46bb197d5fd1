package org.parley.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine asks of its driver after an event. The driver first records the events, then
 * writes the bytes of those that are sent, and then does what {@link #next} says.
 *
 * @param events PDUs received and to be sent, in order; may be none
 * @param next what the driver does then
 * @param deadlineMono for {@link Next#RECEIVE} the time, by the monotonic clock in milliseconds, at
 *     which to call {@link SessionMachine#deadline}; else {@link Long#MAX_VALUE}
 * @param offer set if and only if next is {@link Next#ANSWER}
 * @param end set if and only if next is {@link Next#END}
 */
public record Reaction(
    List<PduEvent> events,
    Next next,
    long deadlineMono,
    @Nullable TextOffer offer,
    @Nullable SessionEnd end) {

  /** What a driver does after the events. */
  public enum Next {
    /** Hand over the next frame, or what happens instead: the deadline, the end of the stream. */
    RECEIVE,
    /**
     * Call {@link SessionMachine#resume}, without reading. An initiator wants that at once. A
     * responder wants it after {@code dh_1}: the driver may let the peer wait before (its name is
     * {@link SessionMachine#peer()}), and that time does not count against the peer.
     */
    RESUME,
    /** Have the text stored, without reading, and call {@link Responder#answered}. */
    ANSWER,
    /** Close the connection; the machine takes nothing more. */
    END
  }

  /** Copies the list. */
  public Reaction {
    events = List.copyOf(events);
  }
}
