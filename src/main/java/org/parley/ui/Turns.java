package org.parley.ui;

/** What follows a main window, which has gone then. Called on the event thread. */
interface Turns {

  /** Whether there is a way back from {@link #locked}. */
  boolean canLock();

  /** Its workplace has closed, and is to be unlocked again into the same place. */
  void locked(Place place);

  /** Its workplace is open, and is to be shown again, in the language that is chosen now. */
  void renewed(Place place);

  /** Its workplace has closed, and nothing follows. */
  void ended();
}
