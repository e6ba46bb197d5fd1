package org.parley.journal.export;

import java.util.Locale;

/** Why an export is not to be believed. */
public enum ExportFault {
  /** It is no export, or something was added, left out or changed in its form. */
  MALFORMED,
  /** It is signed by another key than the one that was asked for. */
  UNTRUSTED_KEY,
  /** The checkpoint is not signed by the key. */
  BAD_SIGNATURE,
  /** A row is not the one that the checkpoint covers, or the rows of a whole are not all its. */
  BAD_PROOF;

  /** As in the output of commands. */
  public String publicName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
