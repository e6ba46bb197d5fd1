package org.parley.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;
import org.parley.wire.Frame;
import org.parley.wire.Limits;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/** What both roles have in common: the order of events, waiting, ignoring and ending. */
abstract sealed class Machine implements SessionMachine permits Initiator, Responder {
  /** The eighth PDU outside the window on one connection ends it. */
  static final int MOST_IGNORED = 8;

  private static final int HANDSHAKE_STEPS = 9;

  final PeerName self;
  final Channel channel = new Channel();
  final Deadlines deadlines = new Deadlines();
  private final List<PduEvent> events = new ArrayList<>(2);
  private Reaction.@Nullable Next next;
  private boolean started;
  private int ignored;
  private boolean clocksDiffer;
  private long clockOffset;

  Machine(PeerName self) {
    this.self = self;
  }

  /** Where it stands. */
  abstract State state();

  /** Takes what passed all checks that need no role. A fault ends the connection. */
  abstract Reaction accepted(Inbound in) throws Fault;

  /** The peer failed a check: sends the nack that belongs to it, if any, and gives its reason. */
  abstract @Nullable NackReason answer(Fault fault, Now now);

  /** What a wrong tag means where it stands now. */
  abstract EndKind unverified();

  /** The role's part of the deadline: a last PDU, if one belongs there. */
  abstract void atDeadline(Now now);

  /** How the end of the stream is to be told where it stands now. */
  abstract EndKind streamEnded();

  /** The stream ended while the driver was at work: notes what it did not come to. */
  abstract void interrupted();

  /** Leaves every state for the last, and wipes what the role itself holds. */
  abstract void finish();

  @Override
  public final Reaction start(Now now) {
    if (started || next == Reaction.Next.END) {
      throw misuse("start");
    }
    started = true;
    deadlines.begin(now);
    return begin(now);
  }

  abstract Reaction begin(Now now);

  @Override
  public final Reaction received(Frame frame, Now now) {
    require(Reaction.Next.RECEIVE);
    Inbound in = new Inbound(frame, now);
    try {
      if (deadlines.missed(now)) {
        rejected(in, Check.DEADLINE);
        return overdue(now);
      }
      if (!channel.take(in, pduLimit(), state())) {
        return ignored(in);
      }
      clocksDiffer = false; // whoever was ignored before, these clocks agree
      return accepted(in);
    } catch (Fault fault) {
      rejected(in, fault.check());
      EndKind kind = fault.check() == Check.HMAC_VAL ? unverified() : fault.kind();
      return end(kind, fault.check(), answer(fault, now));
    }
  }

  private Reaction ignored(Inbound in) {
    ignored++;
    clocksDiffer = true;
    clockOffset = in.pdu().timestamp() - in.at().wallMillis();
    ignoring(in.pdu());
    boolean last = ignored >= MOST_IGNORED;
    took(in, last ? ended() : state(), Outcome.IGNORED);
    return last ? end(EndKind.CLOCKS_DIFFER, null, null) : goOnWaiting();
  }

  /** Lets the role note what was ignored. */
  abstract void ignoring(Pdu pdu);

  @Override
  public final Reaction resume(Now now) {
    require(Reaction.Next.RESUME);
    return resumed(now);
  }

  abstract Reaction resumed(Now now);

  @Override
  public final Reaction deadline(Now now) {
    require(Reaction.Next.RECEIVE);
    return deadlines.reached(now) ? overdue(now) : goOnWaiting();
  }

  private Reaction overdue(Now now) {
    atDeadline(now);
    return end(clocksDiffer ? EndKind.CLOCKS_DIFFER : EndKind.SILENT, Check.DEADLINE, null);
  }

  @Override
  public final Reaction peerClosed(Now now) {
    requireAlive();
    interrupted();
    EndKind kind = streamEnded();
    return end(
        kind == EndKind.CLOSED_ON_THE_WAY && clocksDiffer ? EndKind.CLOCKS_DIFFER : kind,
        null,
        null);
  }

  @Override
  public final Reaction connectionLost(Now now) {
    requireAlive();
    interrupted();
    return end(clocksDiffer ? EndKind.CLOCKS_DIFFER : EndKind.CLOSED_ON_THE_WAY, null, null);
  }

  @Override
  public final int pduLimit() {
    return step() < HANDSHAKE_STEPS ? Limits.HANDSHAKE_PDU : Limits.SESSION_PDU;
  }

  @Override
  public final int step() {
    return state().step();
  }

  @Override
  public final void close() {
    next = Reaction.Next.END;
    finish();
    channel.close();
  }

  final void took(Inbound in, State after) {
    took(in, after, Outcome.OK);
  }

  final void took(Inbound in, State after, Outcome outcome) {
    events.add(
        PduEvent.received(in.frame(), in.pduIfAny(), in.bodyIfAny(), after, outcome, in.at()));
  }

  /** Notes what ends the connection; the state after it is the last. */
  final void rejected(Inbound in, Check check) {
    took(in, ended(), Outcome.rejected(check));
  }

  abstract State ended();

  final void sendPlain(MsgType type, byte @Nullable [] body, State after, Now now) {
    events.add(PduEvent.sent(channel.plain(type, body, now), body, after, now));
  }

  final void send(MsgType type, byte @Nullable [] body, State after, Now now) {
    events.add(PduEvent.sent(channel.authenticated(type, body, null, null, now), body, after, now));
  }

  final void sendText(OutgoingText text, State after, Now now) {
    Pdu pdu = channel.authenticated(MsgType.TEXT, text.utf8(), text.id(), null, now);
    events.add(PduEvent.sent(pdu, text.utf8(), after, now));
  }

  /** An authenticated nack: our last PDU. */
  final void sendNack(NackReason reason, Now now) {
    Pdu pdu = channel.authenticated(MsgType.NACK, null, null, reason, now);
    events.add(PduEvent.sent(pdu, null, ended(), now));
  }

  /** The challenge of a {@code chall}: of a fixed size, so that an answer serves nothing else. */
  static byte[] challengeOf(Inbound in) throws Fault {
    if (in.body().length != SessionKeys.CHALLENGE_SIZE) {
      throw new Fault(Check.CHAP, EndKind.PROTOCOL_FAULT);
    }
    return in.body();
  }

  /** Begins to wait in the state that it has come to. */
  final Reaction await(Now now) {
    deadlines.await(state(), now);
    return goOnWaiting();
  }

  private Reaction goOnWaiting() {
    return react(Reaction.Next.RECEIVE, deadlines.current(), null, null);
  }

  final Reaction goOn() {
    return react(Reaction.Next.RESUME, Long.MAX_VALUE, null, null);
  }

  final Reaction offer(TextOffer offer) {
    return react(Reaction.Next.ANSWER, Long.MAX_VALUE, offer, null);
  }

  final Reaction end(EndKind kind, @Nullable Check check, @Nullable NackReason reason) {
    long offset = kind == EndKind.CLOCKS_DIFFER ? clockOffset : 0;
    SessionEnd end = new SessionEnd(kind, peer(), check, reason, offset);
    Reaction reaction = react(Reaction.Next.END, Long.MAX_VALUE, null, end);
    close();
    return reaction;
  }

  private Reaction react(
      Reaction.Next then, long deadline, @Nullable TextOffer offer, @Nullable SessionEnd end) {
    next = then;
    Reaction reaction = new Reaction(events, then, deadline, offer, end);
    events.clear();
    return reaction;
  }

  final void require(Reaction.Next needed) {
    if (next != needed) {
      throw misuse(needed.name());
    }
  }

  private void requireAlive() {
    if (!started || next == Reaction.Next.END) {
      throw misuse("the end of the stream");
    }
  }

  final IllegalStateException misuse(String what) {
    return new IllegalStateException(what + " is not due in " + state().label());
  }
}
