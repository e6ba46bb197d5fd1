package org.parley.journal.export;

/** How many rows were written, and of how many of them no content. */
record Tally(long rows, long withheld) {
  static final Tally NOTHING = new Tally(0, 0);

  Tally and(boolean isWithheld) {
    return new Tally(rows + 1, withheld + (isWithheld ? 1 : 0));
  }
}
