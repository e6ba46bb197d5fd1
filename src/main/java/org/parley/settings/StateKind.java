package org.parley.settings;

import org.jspecify.annotations.Nullable;
import org.parley.vault.SealPurpose;

/** What a row of the sealed state is; the number stands in the database. */
public enum StateKind {
  /** A message that waits to be sent. */
  OUTBOX(1, SealPurpose.OUTBOX),
  /** What was derived from a contact's password. */
  CONTACT_SECRET(2, SealPurpose.CONTACT),
  /** A text that was begun and not sent. */
  DRAFT(3, SealPurpose.STATE),
  /** How far a conversation was read. */
  READ_MARK(4, SealPurpose.STATE),
  /** Anything else, by name. */
  OTHER(5, SealPurpose.STATE);

  private final int number;
  private final SealPurpose purpose;

  StateKind(int number, SealPurpose purpose) {
    this.number = number;
    this.purpose = purpose;
  }

  /** The number in the database. */
  public int number() {
    return number;
  }

  /** Which seal its rows have. */
  public SealPurpose purpose() {
    return purpose;
  }

  /** The kind of that number; null where there is none. */
  public static @Nullable StateKind of(int number) {
    for (StateKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    return null;
  }
}
