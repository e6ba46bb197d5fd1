package org.parley.journal.export;

import java.util.Locale;

/** How much of the log an export claims to hold. */
public enum ExportKind {
  /** Every row, in order; the root is calculated from them. */
  WHOLE,
  /** Some rows, each with its proof; nothing is said of the others. */
  PART;

  /** As in the file. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
