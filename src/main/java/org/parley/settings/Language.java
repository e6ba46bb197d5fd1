package org.parley.settings;

/** The language of the window. */
public enum Language {
  /** The system's, where there are words in it, else English. */
  SYSTEM,
  /** English. */
  EN,
  /** Chinese. */
  ZH
}
