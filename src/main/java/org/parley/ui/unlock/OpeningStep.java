package org.parley.ui.unlock;

/** What opening a profile is busy with. */
public enum OpeningStep {
  /** Key derivation from the startup password. */
  DERIVING_KEY,
  /** The database and its checks. */
  OPENING_JOURNAL,
  /** The directory file and the contacts' secrets. */
  READING_DIRECTORY,
  /** Taking the port. */
  LISTENING
}
