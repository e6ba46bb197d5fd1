package org.parley.journal.export;

/** What an export is doing. */
public enum ExportStep {
  /** The journal is verified. */
  VERIFYING,
  /** The messages are looked for. */
  SELECTING,
  /** The leaves are read, for the root and the proofs. */
  PROVING,
  /** The rows are written. */
  WRITING
}
