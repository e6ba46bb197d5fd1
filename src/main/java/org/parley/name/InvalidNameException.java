package org.parley.name;

/** A text that cannot name a peer; {@link #rule()} says which rule it breaks. */
public final class InvalidNameException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The rules of a name, for the caller's words. */
  public enum Rule {
    /** No code point at all. */
    EMPTY,
    /** More than {@link PeerName#MAX_CODE_POINTS} code points. */
    TOO_LONG,
    /** White space at either end. */
    SPACE_AT_END,
    /** A control, format, private, unassigned or separator character, or half a surrogate pair. */
    CHARACTER,
    /** Not in Unicode's normal form C. */
    NOT_NORMAL
  }

  private final Rule rule;

  InvalidNameException(Rule rule) {
    super("not a usable name: " + rule);
    this.rule = rule;
  }

  /** The first rule that the text breaks. */
  public Rule rule() {
    return rule;
  }
}
