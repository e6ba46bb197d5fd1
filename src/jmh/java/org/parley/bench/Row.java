package org.parley.bench;

/** One line of the table: a comparison that can be run again and again. */
interface Row extends AutoCloseable {
  /** What is compared with what, in a few words. */
  String what();

  /** Rounds that count. */
  int rounds();

  /** Rounds before those, until both sides run as a program does that has run for a while. */
  default int warmUps() {
    return 1;
  }

  /** One round: ours and theirs, one after the other. */
  Lap round() throws Exception;

  /** How much work a lap's seconds are for, so that the table can tell the time of one piece. */
  default int pieces() {
    return 1;
  }

  /** What else this row found out, for the table; empty where nothing. */
  default String note() {
    return "";
  }

  @Override
  void close() throws Exception;
}
