package org.parley.directory;

/** Why an entry, or what was typed for one, cannot be used. */
public enum Problem {
  /** The entry is no JSON object. */
  NOT_AN_OBJECT,
  /** There is no such member, or nothing in it. */
  MISSING,
  /** The member is of another type than text. */
  NOT_TEXT,
  /** The name has more than 64 characters. */
  NAME_TOO_LONG,
  /** The name begins or ends with white space. */
  NAME_SPACE_AT_END,
  /** The name holds a character that cannot be seen or is not assigned. */
  NAME_CHARACTER,
  /** The name reads like that of a peer reached by address, {@code NAME (HOST:PORT)}. */
  NAME_LIKE_ADDRESS,
  /** Another entry has the name. */
  DUPLICATE_NAME,
  /** It is one's own name. */
  OWN_NAME,
  /** No IPv4 address, IPv6 address or host name that one could connect to. */
  BAD_HOST,
  /** No number from 1 to 65535. */
  BAD_PORT,
  /** The password has no character. */
  EMPTY_PASSWORD,
  /** The password holds half a character. */
  BROKEN_PASSWORD
}
