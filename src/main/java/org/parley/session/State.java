package org.parley.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.wire.MsgType;

/** What every state of either machine answers. */
interface State {
  /** Which kind of nack may come instead of what is awaited. */
  enum Nack {
    /** None: there is nothing to refuse. */
    NEVER,
    /** A plain one: the peer may have no key, or not ours. It proves nothing. */
    PLAIN,
    /** An authenticated one: both have the key, so a plain one can only be forged. */
    AUTHENTICATED
  }

  /** The enum constant's name. */
  String name();

  /** The one type that is awaited; null where nothing is. */
  @Nullable MsgType awaited();

  /** The nack that may come instead. */
  Nack nack();

  /** How long it waits for the peer, in milliseconds; 0 where it does not. */
  long waitMillis();

  /** The last step, 1 to 12, that this side knows to be done; 0 at the beginning. */
  int step();

  /** As in the journal. */
  default String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether there are keys by now, so that what is awaited is authenticated. */
  default boolean keyed() {
    return awaited() != MsgType.DH_1 && awaited() != MsgType.DH_2;
  }

  /** Whether a plain PDU of that type is expected. */
  default boolean takesPlain(@Nullable MsgType type) {
    return type == MsgType.NACK ? nack() == Nack.PLAIN : !keyed() && type == awaited();
  }

  /** Whether an authenticated PDU of that type is expected. */
  default boolean takesAuthenticated(@Nullable MsgType type) {
    return type == MsgType.NACK ? nack() == Nack.AUTHENTICATED : keyed() && type == awaited();
  }
}
