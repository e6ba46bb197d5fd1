package org.parley.session;

/** How long a side waits, by the monotonic clock. All limits are milliseconds. */
final class Deadlines {
  /** For {@code dh_1}: an initiator has nothing to do before it. */
  static final long FIRST_MILLIS = 5_000;

  /** For any other PDU. */
  static final long PDU_MILLIS = 10_000;

  /** For the answer to a text: its receiver writes it to the disk first. */
  static final long ANSWER_MILLIS = 25_000;

  /** For steps 1 to 9 together: who answers each just in time does not hold a place for long. */
  static final long HANDSHAKE_MILLIS = 30_000;

  private static final int HANDSHAKE_STEPS = 9;

  private long handshakeEnd;
  private long current;

  void begin(Now now) {
    handshakeEnd = now.monoMillis() + HANDSHAKE_MILLIS;
  }

  /** Time that the peer is not to answer for. */
  void postpone(long millis) {
    handshakeEnd += Math.max(0, millis);
  }

  /** This side begins to wait in that state; what is ignored meanwhile does not extend it. */
  void await(State state, Now now) {
    long end = now.monoMillis() + state.waitMillis();
    current = state.step() < HANDSHAKE_STEPS ? Math.min(end, handshakeEnd) : end;
  }

  long current() {
    return current;
  }

  /** A PDU may arrive at the deadline, not after it. */
  boolean missed(Now now) {
    return now.monoMillis() > current;
  }

  boolean reached(Now now) {
    return now.monoMillis() >= current;
  }
}
