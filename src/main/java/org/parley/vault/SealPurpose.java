package org.parley.vault;

/** What a {@link Seal} is for; each has a key of its own. */
public enum SealPurpose {
  /** The directory file. */
  DIRECTORY("directory"),
  /** Drafts, read marks and other state. */
  STATE("state"),
  /** What waits to be sent. */
  OUTBOX("outbox"),
  /** The secrets derived from contacts' passwords. */
  CONTACT("contact"),
  /** Blocks of the search index. */
  SEARCH("search");

  private final String label;

  SealPurpose(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
