package org.parley.session;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.wire.Frame;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/** A frame on its way through the checks: what it turned out to be, as far as they went. */
final class Inbound {
  private final Frame frame;
  private final Now at;
  private @Nullable Pdu pdu;
  private byte @Nullable [] body;

  Inbound(Frame frame, Now at) {
    this.frame = frame;
    this.at = at;
  }

  Frame frame() {
    return frame;
  }

  Now at() {
    return at;
  }

  void parsed(Pdu parsed) {
    pdu = parsed;
  }

  void opened(byte @Nullable [] plain) {
    body = plain;
  }

  @Nullable Pdu pduIfAny() {
    return pdu;
  }

  byte @Nullable [] bodyIfAny() {
    return body;
  }

  /** The PDU, once it was parsed. */
  Pdu pdu() {
    return Objects.requireNonNull(pdu);
  }

  /** The type, once the PDU was found to be expected. */
  MsgType type() {
    return Objects.requireNonNull(pdu().type());
  }

  /** The body of a type that has one, once it was opened. */
  byte[] body() {
    return Objects.requireNonNull(body);
  }
}
