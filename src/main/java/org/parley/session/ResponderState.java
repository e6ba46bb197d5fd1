package org.parley.session;

import org.jspecify.annotations.Nullable;
import org.parley.wire.MsgType;

/** The responder's states. Each says what both peers have sent by then. */
enum ResponderState implements State {
  /** Nobody has sent anything; the connection may not even stand. */
  NEW(0, 0, null, Nack.NEVER),
  /** Nobody has sent anything. */
  AWAIT_DH_1(0, Deadlines.FIRST_MILLIS, MsgType.DH_1, Nack.NEVER),
  /** The peer sent {@code dh_1}: it has a name, and may have to wait for our answer. */
  NAMED(1, 0, null, Nack.NEVER),
  /** Both sent their public values. A plain nack may come: the peer refuses ours, or our name. */
  AWAIT_HELLO(2, Deadlines.PDU_MILLIS, MsgType.HELLO, Nack.PLAIN),
  /** The peer sent {@code hello} under the right key, we our challenge. */
  AWAIT_RESP(4, Deadlines.PDU_MILLIS, MsgType.RESP, Nack.NEVER),
  /** The peer sent the right response, we {@code ack}: we know the peer. */
  AWAIT_CHALL(6, Deadlines.PDU_MILLIS, MsgType.CHALL, Nack.NEVER),
  /** The peer sent its challenge, we our response. */
  AWAIT_ACK(8, Deadlines.PDU_MILLIS, MsgType.ACK, Nack.AUTHENTICATED),
  /** The peer sent {@code ack}: both know each other. */
  AWAIT_TEXT(9, Deadlines.PDU_MILLIS, MsgType.TEXT, Nack.NEVER),
  /** The peer sent the text, and waits for it to be stored. */
  OFFERED(10, 0, null, Nack.NEVER),
  /** We sent {@code ack}. */
  AWAIT_CLOSE(11, Deadlines.PDU_MILLIS, MsgType.CLOSE, Nack.NEVER),
  /** All is sent that will be; nothing is taken any more. */
  ENDED(12, 0, null, Nack.NEVER);

  private final int step;
  private final long waitMillis;
  private final @Nullable MsgType awaited;
  private final Nack nack;

  ResponderState(int step, long waitMillis, @Nullable MsgType awaited, Nack nack) {
    this.step = step;
    this.waitMillis = waitMillis;
    this.awaited = awaited;
    this.nack = nack;
  }

  @Override
  public int step() {
    return step;
  }

  @Override
  public long waitMillis() {
    return waitMillis;
  }

  @Override
  public @Nullable MsgType awaited() {
    return awaited;
  }

  @Override
  public Nack nack() {
    return nack;
  }
}
