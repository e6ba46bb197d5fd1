package org.parley.session;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.ConstantTime;
import org.parley.crypto.ModpKeyPair;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.name.PeerName;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/**
 * The side that opened the connection: it proves itself first, and delivers one text, or only
 * checks that both know each other.
 */
public final class Initiator extends Machine {
  private final @Nullable PeerName expected;
  private final SecretLookup secrets;
  private final @Nullable OutgoingText text;
  private final RandomSource random;

  private InitiatorState state = InitiatorState.NEW;
  private @Nullable SecretBytes exponent;
  private @Nullable PeerName peer;
  private byte[] challenge = {};
  private boolean authenticated;

  /**
   * A connection to be.
   *
   * @param self our own name
   * @param expected whom we dial; null where only an address is known, and whoever answers will do
   *     for whom {@code secrets} has a secret
   * @param secrets asked once, for the name that answers
   * @param text what to deliver; null for a check, which ends after step 9
   * @param random for the key pair (32 bytes), then the challenge (32 bytes)
   */
  public Initiator(
      PeerName self,
      @Nullable PeerName expected,
      SecretLookup secrets,
      @Nullable OutgoingText text,
      RandomSource random) {
    super(self);
    if (self.equals(expected)) {
      throw new IllegalArgumentException("nobody dials himself");
    }
    this.expected = expected;
    this.secrets = secrets;
    this.text = text;
    this.random = random;
  }

  @Override
  Reaction begin(Now now) {
    ModpKeyPair pair = random.keyPair();
    exponent = pair.exponent();
    state = InitiatorState.AWAIT_DH_2;
    byte[] body = HandshakeBody.of(pair.publicValue(), self);
    sendPlain(MsgType.DH_1, body, state, now);
    return await(now);
  }

  @Override
  Reaction accepted(Inbound in) throws Fault {
    return switch (state) {
      case AWAIT_DH_2 -> in.type() == MsgType.DH_2 ? dh2(in) : refusedPlainly(in);
      case AWAIT_CHALL -> in.type() == MsgType.CHALL ? chall(in) : unproven(in);
      case AWAIT_ACK -> in.type() == MsgType.ACK ? ack(in) : notKnown(in);
      case AWAIT_RESP -> resp(in);
      case AWAIT_ANSWER -> in.type() == MsgType.ACK ? delivered(in) : refused(in);
      case NEW, AUTHENTICATED, ENDED -> throw misuse("a PDU");
    };
  }

  /** Step 2: the peer's public value and name. Step 3 is the first PDU under the keys. */
  private Reaction dh2(Inbound in) throws Fault {
    HandshakeBody body = HandshakeBody.read(in.body());
    PeerName name = body.user();
    peer = name;
    // Our own dh_1 sent back, or a second program of ours: there is no secret with oneself.
    if (name.equals(self)) {
      throw new Fault(Check.NAME, EndKind.OWN_NAME);
    }
    // Whoever else it is, it is not whom the user meant, even if it has a secret with us.
    if (expected != null && !name.equals(expected)) {
      throw new Fault(Check.NAME, EndKind.OTHER_NAME);
    }
    SecretBytes secret = secrets.contactSecret(name);
    if (secret == null) {
      throw new Fault(Check.SECRET);
    }
    SecretBytes ours = Objects.requireNonNull(exponent);
    channel.agreed(new KeyAgreement(secret, ours, body.key(), self, name));
    exponent = null; // the agreement's to wipe
    state = InitiatorState.AWAIT_CHALL;
    took(in, state);
    send(MsgType.HELLO, null, state, in.at());
    return await(in.at());
  }

  /** Instead of step 2: the peer does not go on, or somebody on the way wants us to think so. */
  private Reaction refusedPlainly(Inbound in) {
    return endWith(in, EndKind.REFUSED_UNPROVEN, null);
  }

  /** Step 4: the peer's challenge; step 5 proves that we have the secret. */
  private Reaction chall(Inbound in) throws Fault {
    byte[] theirs = challengeOf(in);
    state = InitiatorState.AWAIT_ACK;
    took(in, state);
    byte[] response = channel.keys().response(SessionKeys.Role.INITIATOR, theirs);
    send(MsgType.RESP, response, state, in.at());
    return await(in.at());
  }

  /** Instead of step 4: our hello did not verify there, so the secrets differ. */
  private Reaction unproven(Inbound in) {
    return endWith(in, EndKind.AUTHENTICATION_FAILED, null);
  }

  /** Step 6: the peer knows us. Step 7: our challenge. */
  private Reaction ack(Inbound in) {
    state = InitiatorState.AWAIT_RESP;
    took(in, state);
    challenge = random.bytes(SessionKeys.CHALLENGE_SIZE);
    send(MsgType.CHALL, challenge, state, in.at());
    return await(in.at());
  }

  /** Instead of step 6: our response was wrong. */
  private Reaction notKnown(Inbound in) {
    return endWith(in, EndKind.AUTHENTICATION_FAILED, NackReason.of(in.pdu().reason()));
  }

  /** Step 8: the peer's response. Step 9: both know each other. */
  private Reaction resp(Inbound in) throws Fault {
    byte[] right = channel.keys().response(SessionKeys.Role.RESPONDER, challenge);
    if (!ConstantTime.equal(right, in.body())) {
      throw new Fault(Check.CHAP);
    }
    authenticated = true;
    state = InitiatorState.AUTHENTICATED;
    took(in, state);
    send(MsgType.ACK, null, state, in.at());
    return text == null ? end(EndKind.CHECKED, null, null) : goOn();
  }

  /** Step 10: the text. */
  @Override
  Reaction resumed(Now now) {
    if (text == null) {
      throw misuse("a text");
    }
    state = InitiatorState.AWAIT_ANSWER;
    sendText(text, state, now);
    return await(now);
  }

  /** Step 11: the text is on the peer's disk. Step 12: nothing more will come. */
  private Reaction delivered(Inbound in) {
    state = InitiatorState.ENDED;
    took(in, state);
    send(MsgType.CLOSE, null, state, in.at());
    return end(EndKind.DELIVERED, null, null);
  }

  /** Instead of step 11: why the text is not on the peer's disk. */
  private Reaction refused(Inbound in) {
    NackReason reason = NackReason.of(in.pdu().reason());
    EndKind kind =
        switch (reason) {
          case DAMAGED -> EndKind.DAMAGED;
          case STORAGE -> EndKind.PEER_STORAGE;
          case REFUSED -> EndKind.REFUSED_BY_PEER;
          case PROTOCOL -> EndKind.PROTOCOL_FAULT;
        };
    return endWith(in, kind, reason);
  }

  private Reaction endWith(Inbound in, EndKind kind, @Nullable NackReason reason) {
    state = InitiatorState.ENDED;
    took(in, state);
    return end(kind, null, reason);
  }

  @Override
  @Nullable NackReason answer(Fault fault, Now now) {
    // Step 9 says why; everywhere else the end of the connection says enough.
    if (state == InitiatorState.AWAIT_RESP && fault.check() == Check.CHAP) {
      sendNack(NackReason.REFUSED, now);
      return NackReason.REFUSED;
    }
    return null;
  }

  @Override
  EndKind unverified() {
    // The peer's first tag is wrong: it has another secret. A later one was changed on the way.
    return state == InitiatorState.AWAIT_CHALL ? EndKind.AUTHENTICATION_FAILED : EndKind.DAMAGED;
  }

  @Override
  void ignoring(Pdu pdu) {}

  @Override
  void atDeadline(Now now) {}

  @Override
  EndKind streamEnded() {
    return EndKind.CLOSED_ON_THE_WAY;
  }

  @Override
  void interrupted() {}

  @Override
  void finish() {
    state = InitiatorState.ENDED;
    if (exponent != null) {
      exponent.close();
      exponent = null;
    }
    Arrays.fill(challenge, (byte) 0);
  }

  @Override
  State state() {
    return state;
  }

  @Override
  State ended() {
    return InitiatorState.ENDED;
  }

  @Override
  public @Nullable PeerName peer() {
    return peer;
  }

  @Override
  public boolean authenticated() {
    return authenticated;
  }
}
