package org.parley.journal;

/** The {@code msg_type} of the local rows that the journal itself gives a meaning. */
public final class LocalTypes {
  /**
   * A message's content was taken out: {@code of} its seq, {@code peer} and {@code id} its own,
   * {@code body} the base64 of its text tag where it was received, else null.
   */
  public static final String REMOVE = "remove";

  /**
   * The owner accepted a finding: {@code of} its seq or null, {@code body} the base64 of the
   * canonical JSON {@code {"kind", "mark"}} (see {@link Finding#mark()}).
   */
  public static final String ACCEPT = "accept";

  /**
   * A finding whose trace the next head would cover up, written down by that very commit: members
   * as {@link #ACCEPT}. It is open until an accept row with the same content follows.
   */
  public static final String FINDING = "finding";

  /**
   * The first row of a journal that goes on for one that was set aside: {@code body} the base64 of
   * the canonical JSON {@code {"journal", "size", "root", "known_by"}}, the old journal's id and
   * what was last known of it; {@code known_by} is {@code head}, {@code anchor} or {@code nothing}.
   */
  public static final String FOLLOWS = "follows";

  private LocalTypes() {}
}
