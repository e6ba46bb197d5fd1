package org.parley.session;

import org.jspecify.annotations.Nullable;
import org.parley.wire.Frame;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;
import org.parley.wire.PduCodec;

/**
 * One PDU that was received, or is to be sent: what the journal keeps of it. The arrays are the
 * machine's own and not to be changed.
 */
public final class PduEvent {
  private final Direction direction;
  private final @Nullable Pdu pdu;
  private final byte[] wire;
  private final int size;
  private final byte @Nullable [] body;
  private final String state;
  private final Outcome outcome;
  private final Now at;

  private PduEvent(
      Direction direction,
      @Nullable Pdu pdu,
      byte[] wire,
      int size,
      byte @Nullable [] body,
      State state,
      Outcome outcome,
      Now at) {
    this.direction = direction;
    this.pdu = pdu;
    this.wire = wire;
    this.size = size;
    this.body = body;
    this.state = state.label();
    this.outcome = outcome;
    this.at = at;
  }

  static PduEvent sent(Pdu pdu, byte @Nullable [] body, State state, Now at) {
    byte[] wire = PduCodec.canonical(pdu);
    return new PduEvent(Direction.SENT, pdu, wire, wire.length, body, state, Outcome.SENT, at);
  }

  static PduEvent received(
      Frame frame,
      @Nullable Pdu pdu,
      byte @Nullable [] body,
      State state,
      Outcome outcome,
      Now at) {
    return new PduEvent(
        Direction.RECEIVED, pdu, frame.bytes(), frame.size(), body, state, outcome, at);
  }

  /** Which way it went. */
  public Direction direction() {
    return direction;
  }

  /** The PDU, or null where what came has no PDU's shape. */
  public @Nullable Pdu pdu() {
    return pdu;
  }

  /** {@code msg_type}, known or not; null where there is no {@link #pdu()}. */
  public @Nullable String msgType() {
    return pdu == null ? null : pdu.msgType();
  }

  /** The bytes on the wire, without LF; of what was no frame the first 4096 at most. */
  public byte[] wire() {
    return wire;
  }

  /** How many bytes it had on the wire, without LF. */
  public int size() {
    return size;
  }

  /**
   * The plain body; null where it has none, or where it was rejected before anybody looked at it.
   * Of a text its UTF-8.
   */
  public byte @Nullable [] body() {
    return body;
  }

  /** The message's id; set for a {@code text} and only there. */
  public @Nullable String id() {
    return pdu == null ? null : pdu.id();
  }

  /** Whether it is a {@code text}. */
  public boolean isText() {
    return pdu != null && pdu.type() == MsgType.TEXT;
  }

  /** The state that the machine came to by it, as the journal has it. */
  public String state() {
    return state;
  }

  /** What became of it. */
  public Outcome outcome() {
    return outcome;
  }

  /** When it was made, or when its last byte came. */
  public Now at() {
    return at;
  }

  @Override
  public String toString() {
    return "PduEvent[" + direction + " " + msgType() + " " + outcome.text() + " -> " + state + "]";
  }
}
