package org.parley.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.ConstantTime;
import org.parley.crypto.ModpKeyPair;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.name.PeerName;
import org.parley.wire.Limits;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/**
 * The side that accepted the connection: it lets the peer prove itself first, and takes one text,
 * which it acknowledges only once its driver has it on the disk.
 */
public final class Responder extends Machine {
  private final SecretLookup secrets;
  private final RandomSource random;

  private ResponderState state = ResponderState.NEW;
  private @Nullable HandshakeBody named;
  private Now namedAt = new Now(0, 0);
  private byte[] challenge = {};
  private @Nullable Inbound text;
  private boolean ackUnsent;
  private boolean ignoredDh1;
  private boolean authenticated;
  private boolean failedAuthentication;

  /**
   * A connection to be.
   *
   * @param self our own name
   * @param secrets asked once, for the name in {@code dh_1}; must answer at once
   * @param random for the key pair (32 bytes), then a secret where the name is unknown (32 bytes),
   *     then the challenge (32 bytes)
   */
  public Responder(PeerName self, SecretLookup secrets, RandomSource random) {
    super(self);
    this.secrets = secrets;
    this.random = random;
  }

  /**
   * Whether the peer showed that it has not the secret of the name that it gave: a wrong tag on its
   * {@code hello}, or a wrong response. Known with the last reaction; what admission counts.
   */
  public boolean failedAuthentication() {
    return failedAuthentication;
  }

  @Override
  Reaction begin(Now now) {
    state = ResponderState.AWAIT_DH_1;
    return await(now);
  }

  @Override
  Reaction accepted(Inbound in) throws Fault {
    ackUnsent = false; // the driver has written it, else nothing could answer it
    return switch (state) {
      case AWAIT_DH_1 -> dh1(in);
      case AWAIT_HELLO -> in.type() == MsgType.HELLO ? hello(in) : refusedPlainly(in);
      case AWAIT_RESP -> resp(in);
      case AWAIT_CHALL -> chall(in);
      case AWAIT_ACK -> in.type() == MsgType.ACK ? ack(in) : notKnown(in);
      case AWAIT_TEXT -> text(in);
      case AWAIT_CLOSE -> closed(in);
      case NEW, NAMED, OFFERED, ENDED -> throw misuse("a PDU");
    };
  }

  /** Step 1: the peer's public value and name. The driver may let it wait for step 2. */
  private Reaction dh1(Inbound in) throws Fault {
    HandshakeBody body = HandshakeBody.read(in.body());
    named = body;
    namedAt = in.at();
    // There is no secret with oneself; somebody tries what a mirror gives.
    if (body.user().equals(self)) {
      throw new Fault(Check.NAME, EndKind.OWN_NAME);
    }
    state = ResponderState.NAMED;
    took(in, state);
    return goOn();
  }

  /** Step 2. Nothing in it comes from a password: that waits until hello has verified. */
  @Override
  Reaction resumed(Now now) {
    if (named == null) {
      throw misuse("dh_2");
    }
    deadlines.postpone(now.monoMillis() - namedAt.monoMillis());
    ModpKeyPair pair = random.keyPair();
    SecretBytes known = secrets.contactSecret(named.user());
    // An unknown name goes on as a known one does, so that nobody learns whom we know.
    SecretBytes secret =
        known != null ? known : SecretBytes.taking(random.bytes(ContactSecret.SIZE));
    channel.agreed(new KeyAgreement(secret, pair.exponent(), named.key(), named.user(), self));
    state = ResponderState.AWAIT_HELLO;
    byte[] body = HandshakeBody.of(pair.publicValue(), self);
    sendPlain(MsgType.DH_2, body, state, now);
    return await(now);
  }

  /** Step 3: the peer's first tag is right. Step 4: our challenge, so that no replay will do. */
  private Reaction hello(Inbound in) {
    state = ResponderState.AWAIT_RESP;
    took(in, state);
    challenge = random.bytes(SessionKeys.CHALLENGE_SIZE);
    send(MsgType.CHALL, challenge, state, in.at());
    return await(in.at());
  }

  /** Instead of step 3: the peer does not go on, or somebody on the way wants us to think so. */
  private Reaction refusedPlainly(Inbound in) {
    return endWith(in, EndKind.REFUSED_UNPROVEN, null);
  }

  /** Step 5: the peer's response. Step 6: we know it. */
  private Reaction resp(Inbound in) throws Fault {
    byte[] right = channel.keys().response(SessionKeys.Role.INITIATOR, challenge);
    if (!ConstantTime.equal(right, in.body())) {
      throw new Fault(Check.CHAP);
    }
    authenticated = true;
    state = ResponderState.AWAIT_CHALL;
    took(in, state);
    send(MsgType.ACK, null, state, in.at());
    return await(in.at());
  }

  /** Step 7: the peer's challenge. Step 8 proves that we have the secret. */
  private Reaction chall(Inbound in) throws Fault {
    byte[] theirs = challengeOf(in);
    state = ResponderState.AWAIT_ACK;
    took(in, state);
    byte[] response = channel.keys().response(SessionKeys.Role.RESPONDER, theirs);
    send(MsgType.RESP, response, state, in.at());
    return await(in.at());
  }

  /** Step 9: both know each other. */
  private Reaction ack(Inbound in) {
    state = ResponderState.AWAIT_TEXT;
    took(in, state);
    return await(in.at());
  }

  /** Instead of step 9: our response was wrong. */
  private Reaction notKnown(Inbound in) {
    return endWith(in, EndKind.AUTHENTICATION_FAILED, NackReason.of(in.pdu().reason()));
  }

  /** Step 10: the text. What becomes of it is known only when the driver has asked. */
  private Reaction text(Inbound in) throws Fault {
    TextOffer offer = offer(in);
    text = in;
    state = ResponderState.OFFERED;
    return offer(offer);
  }

  private TextOffer offer(Inbound in) throws Fault {
    byte[] utf8 = in.body();
    String id = in.pdu().id();
    PeerName from = peer();
    if (utf8.length == 0 || utf8.length > Limits.TEXT || id == null || from == null) {
      throw new Fault(Check.TEXT);
    }
    try {
      String read = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return new TextOffer(from, id, read);
    } catch (CharacterCodingException e) {
      throw new Fault(Check.TEXT);
    }
  }

  /**
   * The verdict on the text that was offered. The reaction's events are the text, with its outcome,
   * and our answer. An {@code ack} is written only after the text and all events before it are on
   * the disk; where that fails, {@link #storageFailed} follows instead of writing.
   */
  public Reaction answered(Verdict verdict, Now now) {
    require(Reaction.Next.ANSWER);
    return switch (verdict) {
      case STORED -> acknowledge(Outcome.OK, now);
      case AGAIN -> acknowledge(Outcome.AGAIN, now);
      case ID_REUSED -> refuse(Check.ID_REUSED, NackReason.REFUSED, now);
      case STORAGE -> refuse(Check.STORAGE, NackReason.STORAGE, now);
    };
  }

  /** Step 11. */
  private Reaction acknowledge(Outcome outcome, Now now) {
    state = ResponderState.AWAIT_CLOSE;
    took(offered(), state, outcome);
    send(MsgType.ACK, null, state, now);
    ackUnsent = true;
    return await(now);
  }

  private Reaction refuse(Check check, NackReason reason, Now now) {
    rejected(offered(), check);
    sendNack(reason, now);
    return end(EndKind.TEXT_NOT_TAKEN, check, reason);
  }

  private Inbound offered() {
    if (text == null) {
      throw misuse("an answer");
    }
    return text;
  }

  /**
   * Right after {@link #answered} gave an {@code ack}: it could not be committed, and was not
   * written. The reaction replaces that one: its events are the text, now rejected, and a {@code
   * nack}, which makes the peer try again later.
   */
  public Reaction storageFailed(Now now) {
    if (state != ResponderState.AWAIT_CLOSE || !ackUnsent) {
      throw misuse("a failed commit");
    }
    ackUnsent = false;
    return refuse(Check.STORAGE, NackReason.STORAGE, now);
  }

  /** Step 12. */
  private Reaction closed(Inbound in) {
    return endWith(in, EndKind.COMPLETED, null);
  }

  private Reaction endWith(Inbound in, EndKind kind, @Nullable NackReason reason) {
    state = ResponderState.ENDED;
    took(in, state);
    return end(kind, null, reason);
  }

  @Override
  @Nullable NackReason answer(Fault fault, Now now) {
    return switch (state) {
      case AWAIT_HELLO -> {
        if (fault.check() == Check.HMAC_VAL) {
          // No key that the peer has, too, so it cannot be authenticated, nor say more.
          failedAuthentication = true;
          sendPlain(MsgType.NACK, null, ResponderState.ENDED, now);
        }
        yield null;
      }
      case AWAIT_RESP -> {
        failedAuthentication = fault.check() == Check.CHAP;
        yield failedAuthentication ? nack(NackReason.REFUSED, now) : null;
      }
      // Here the outbox on the other side wants to know whether to try again.
      case AWAIT_TEXT -> nack(reasonOf(fault.check()), now);
      case NEW, AWAIT_DH_1, NAMED, AWAIT_CHALL, AWAIT_ACK, OFFERED, AWAIT_CLOSE, ENDED -> null;
    };
  }

  private NackReason nack(NackReason reason, Now now) {
    sendNack(reason, now);
    return reason;
  }

  private static NackReason reasonOf(Check check) {
    return switch (check) {
      case SIZE, JSON, SHAPE, CRC, HMAC_VAL -> NackReason.DAMAGED;
      case TEXT, ID_REUSED -> NackReason.REFUSED;
      case STORAGE -> NackReason.STORAGE;
      case DEADLINE, TYPES, ONCE, STATE, PADDING, BODY, KEY, NAME, SECRET, CHAP ->
          NackReason.PROTOCOL;
    };
  }

  @Override
  EndKind unverified() {
    // The peer's first tag is wrong: it has another secret. A later one was changed on the way.
    return state == ResponderState.AWAIT_HELLO ? EndKind.AUTHENTICATION_FAILED : EndKind.DAMAGED;
  }

  @Override
  void ignoring(Pdu pdu) {
    ignoredDh1 |= state == ResponderState.AWAIT_DH_1 && pdu.type() == MsgType.DH_1;
  }

  @Override
  void atDeadline(Now now) {
    // Its timestamp is all that tells the peer why nobody answered.
    if (state == ResponderState.AWAIT_DH_1 && ignoredDh1) {
      sendPlain(MsgType.NACK, null, ResponderState.ENDED, now);
    }
  }

  @Override
  EndKind streamEnded() {
    return switch (state) {
      // Who only checks leaves here, and who was acknowledged need not say more.
      case AWAIT_TEXT, AWAIT_CLOSE -> EndKind.COMPLETED;
      case NEW,
          AWAIT_DH_1,
          NAMED,
          AWAIT_HELLO,
          AWAIT_RESP,
          AWAIT_CHALL,
          AWAIT_ACK,
          OFFERED,
          ENDED ->
          EndKind.CLOSED_ON_THE_WAY;
    };
  }

  @Override
  void interrupted() {
    if (state == ResponderState.OFFERED) {
      rejected(offered(), Check.STORAGE);
    }
  }

  @Override
  void finish() {
    state = ResponderState.ENDED;
    text = null;
    Arrays.fill(challenge, (byte) 0);
  }

  @Override
  State state() {
    return state;
  }

  @Override
  State ended() {
    return ResponderState.ENDED;
  }

  @Override
  public @Nullable PeerName peer() {
    return named == null ? null : named.user();
  }

  @Override
  public boolean authenticated() {
    return authenticated;
  }
}
