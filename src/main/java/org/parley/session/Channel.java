package org.parley.session;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.CryptoException;
import org.parley.wire.Frame;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;
import org.parley.wire.PduCodec;
import org.parley.wire.PduDraft;
import org.parley.wire.PduException;

/**
 * The two directions of one connection: makes PDUs that the peer will take, and takes none that it
 * must not. What is expected comes from the state; what it means is the machine's.
 */
final class Channel implements AutoCloseable {
  /** How far, in milliseconds, a timestamp may be from our clock; exactly so far is within. */
  static final long WINDOW_MILLIS = 25_000;

  private final Set<String> sentTags = new HashSet<>();
  private final Set<String> takenTags = new HashSet<>();
  private long lastSent = Long.MIN_VALUE;
  private long lastTaken = Long.MIN_VALUE;
  private @Nullable KeyAgreement agreement;
  private @Nullable SessionKeys keys;

  /** From now on there are keys, made when first needed. */
  void agreed(KeyAgreement made) {
    agreement = made;
  }

  SessionKeys keys() {
    if (keys == null) {
      if (agreement == null) {
        throw new IllegalStateException("no keys were agreed yet");
      }
      keys = agreement.derive();
      agreement = null;
    }
    return keys;
  }

  /** A plain PDU of ours. */
  Pdu plain(MsgType type, byte @Nullable [] body, Now now) {
    lastSent = nextTimestamp(now);
    return PduDraft.plain(type, lastSent, body).finish(null);
  }

  /** An authenticated PDU of ours: encrypted first, authenticated after. */
  Pdu authenticated(
      MsgType type,
      byte @Nullable [] body,
      @Nullable String id,
      @Nullable NackReason reason,
      Now now) {
    byte[] ciphertext = body == null ? null : keys().encrypt(body);
    String why = reason == null ? null : reason.wireName();
    long timestamp = nextTimestamp(now);
    while (true) {
      PduDraft draft = PduDraft.authenticated(type, timestamp, ciphertext, id, why);
      Pdu pdu = draft.finish(keys().mac(draft.macInput()));
      String tag = Objects.requireNonNull(pdu.hmacVal());
      // Both sides have one key and one IV: two acks of one millisecond would be one PDU, and the
      // receiver could not tell ours from its own sent back.
      if (!takenTags.contains(tag) && sentTags.add(tag)) {
        lastSent = timestamp;
        return pdu;
      }
      timestamp++;
    }
  }

  // Rising even where the clock stands still or goes back: the receiver takes no other.
  private long nextTimestamp(Now now) {
    return Math.max(now.wallMillis(), lastSent + 1);
  }

  /**
   * Puts a frame through the checks, in the order of the page, each before more is spent.
   *
   * @return whether it is for the machine; false where it is to be ignored
   */
  boolean take(Inbound in, int limit, State state) throws Fault {
    Pdu pdu = parse(in.frame(), limit);
    in.parsed(pdu);
    // Damage shows here, before a key is touched: it is told apart from forgery.
    if (!PduCodec.crcOk(pdu)) {
      throw new Fault(Check.CRC);
    }
    // A recorded PDU is worth nothing later. Ignored, not answered: the clock may be wrong here.
    if (Math.abs(pdu.timestamp() - in.at().wallMillis()) > WINDOW_MILLIS) {
      return false;
    }
    switch (pdu.protection()) {
      case PLAIN -> takePlain(in, pdu, state);
      case AUTHENTICATED -> takeAuthenticated(in, pdu, state);
      case MIXED -> throw new Fault(Check.TYPES);
    }
    return true;
  }

  private static Pdu parse(Frame frame, int limit) throws Fault {
    if (frame.kind() == Frame.Kind.OVERSIZE || frame.size() > limit) {
      throw new Fault(Check.SIZE);
    }
    if (frame.kind() == Frame.Kind.GARBAGE) {
      throw new Fault(Check.JSON);
    }
    try {
      return PduCodec.parse(frame.bytes());
    } catch (PduException e) {
      throw new Fault(
          switch (e.fault()) {
            case JSON -> Check.JSON;
            case SHAPE -> Check.SHAPE;
          });
    }
  }

  /** Plain PDUs prove nothing: they count in three places only, where there is no key yet. */
  private static void takePlain(Inbound in, Pdu pdu, State state) throws Fault {
    if (!state.takesPlain(pdu.type())) {
      throw new Fault(state.keyed() ? Check.TYPES : Check.STATE);
    }
    in.opened(pdu.message());
  }

  private void takeAuthenticated(Inbound in, Pdu pdu, State state) throws Fault {
    String tag = Objects.requireNonNull(pdu.hmacVal());
    if (!state.keyed()) {
      throw new Fault(Check.TYPES); // there is no key yet that it could be under
    }
    // Nobody without the key gets past this line.
    if (!keys().macOk(HexFormat.of().parseHex(tag), PduCodec.macInput(pdu))) {
      throw new Fault(Check.HMAC_VAL);
    }
    // Replayed (not later than the last), or our own sent back to us.
    if (pdu.timestamp() <= lastTaken || sentTags.contains(tag)) {
      throw new Fault(Check.ONCE);
    }
    if (!state.takesAuthenticated(pdu.type())) {
      throw new Fault(Check.STATE);
    }
    byte[] ciphertext = pdu.message();
    if (ciphertext != null) {
      try {
        // Only now: of what is not authenticated, the padding must tell nobody anything.
        in.opened(keys().decrypt(ciphertext));
      } catch (CryptoException e) {
        throw new Fault(Check.PADDING);
      }
    }
    lastTaken = pdu.timestamp();
    takenTags.add(tag);
  }

  @Override
  public void close() {
    if (agreement != null) {
      agreement.close();
    }
    if (keys != null) {
      keys.close();
    }
  }
}
