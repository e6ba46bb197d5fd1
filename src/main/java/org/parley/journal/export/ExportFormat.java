package org.parley.journal.export;

/** What is written. */
public enum ExportFormat {
  /** The verifiable log. */
  LOG,
  /** A page for reading. */
  HTML,
  /** A table. */
  CSV
}
