package org.parley.session;

import org.jspecify.annotations.Nullable;
import org.parley.wire.MsgType;

/** The initiator's states. Each says what both peers have sent by then. */
enum InitiatorState implements State {
  /** Nobody has sent anything; the connection may not even stand. */
  NEW(0, 0, null, Nack.NEVER),
  /** We sent {@code dh_1}. A plain nack may come instead of {@code dh_2}, from anybody. */
  AWAIT_DH_2(1, Deadlines.PDU_MILLIS, MsgType.DH_2, Nack.PLAIN),
  /**
   * Both sent their public values, we {@code hello}. The peer's plain nack means that our {@code
   * hello} did not verify: then it has no key for an authenticated one.
   */
  AWAIT_CHALL(3, Deadlines.PDU_MILLIS, MsgType.CHALL, Nack.PLAIN),
  /** The peer sent its challenge, we our response. */
  AWAIT_ACK(5, Deadlines.PDU_MILLIS, MsgType.ACK, Nack.AUTHENTICATED),
  /** The peer sent {@code ack}: it knows us. We sent our challenge. */
  AWAIT_RESP(7, Deadlines.PDU_MILLIS, MsgType.RESP, Nack.NEVER),
  /** The peer sent the right response, we {@code ack}: both know each other. Text is next. */
  AUTHENTICATED(9, 0, null, Nack.NEVER),
  /** We sent the text. */
  AWAIT_ANSWER(10, Deadlines.ANSWER_MILLIS, MsgType.ACK, Nack.AUTHENTICATED),
  /** All is sent that will be; nothing is taken any more. */
  ENDED(12, 0, null, Nack.NEVER);

  private final int step;
  private final long waitMillis;
  private final @Nullable MsgType awaited;
  private final Nack nack;

  InitiatorState(int step, long waitMillis, @Nullable MsgType awaited, Nack nack) {
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
