package org.parley.journal;

/** What an {@link Entry#outcome()} may be. Strings, since they are part of the record. */
public final class Outcomes {
  /** A PDU of ours, handed to the connection. */
  public static final String SENT = "sent";

  /** A received PDU that passed every check and was acted on. */
  public static final String OK = "ok";

  /** A received text that is already stored under its id, with the same bytes; its text is null. */
  public static final String AGAIN = "again";

  /** A received PDU outside the 25-second window: no effect on the state. */
  public static final String IGNORED_WINDOW = "ignored: window";

  /** Prefix; the first check that failed follows, so that all before it passed. */
  public static final String REJECTED = "rejected: ";

  /** A local row. */
  public static final String NOTED = "noted";

  private Outcomes() {}

  /** The outcome of a PDU refused by that check, such as {@code crc} or {@code hmac_val}. */
  public static String rejected(String check) {
    return REJECTED + check;
  }
}
