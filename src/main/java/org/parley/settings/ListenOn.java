package org.parley.settings;

/** Which of the machine's addresses are listened on. */
public enum ListenOn {
  /** All of them, so that others can reach this machine. */
  ALL,
  /** Only the machine itself. */
  LOOPBACK
}
