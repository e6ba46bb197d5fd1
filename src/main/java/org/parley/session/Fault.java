package org.parley.session;

/** A check of a received PDU that failed. Expected in the course of things: no stack trace. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  private final Check check;
  private final EndKind kind;

  /** A fault that ends the connection as its check does. */
  Fault(Check check) {
    this(check, endOf(check));
  }

  /** A fault with an end of its own. */
  Fault(Check check, EndKind kind) {
    super(check.word(), null, false, false);
    this.check = check;
    this.kind = kind;
  }

  Check check() {
    return check;
  }

  EndKind kind() {
    return kind;
  }

  private static EndKind endOf(Check check) {
    return switch (check) {
      case DEADLINE -> EndKind.SILENT;
      case SIZE, JSON, SHAPE, CRC, HMAC_VAL -> EndKind.DAMAGED;
      case TYPES, ONCE, STATE, PADDING, BODY, KEY, NAME -> EndKind.PROTOCOL_FAULT;
      case SECRET -> EndKind.NO_SECRET;
      case CHAP -> EndKind.AUTHENTICATION_FAILED;
      case TEXT, ID_REUSED, STORAGE -> EndKind.TEXT_NOT_TAKEN;
    };
  }
}
