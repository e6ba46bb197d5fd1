package org.parley.bench;

/**
 * How long one and the same work took on either side in one round, in seconds.
 *
 * @param ours by this program
 * @param theirs by what it is compared with
 */
record Lap(double ours, double theirs) {
  /** More than 1 is better than the comparison. */
  double ratio() {
    return theirs / ours;
  }
}
