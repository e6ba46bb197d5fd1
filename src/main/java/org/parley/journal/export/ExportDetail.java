package org.parley.journal.export;

import java.util.Locale;

/** What exactly failed, for the words shown with an {@link ExportFinding}. */
public enum ExportDetail {
  /** The first line is not that of an export, or contradicts its checkpoint. */
  HEADER,
  /** A line is not that of a row, or not in canonical JSON. */
  LINE,
  /** A line is longer than any row can be. */
  LONG_LINE,
  /** The file ends within a line, or is empty. */
  CUT,
  /** A row's number does not follow, or is beyond the checkpoint's size. */
  ORDER,
  /** A row of a whole has a proof, or one of a part has none. */
  PROOF_MISPLACED,
  /** A whole lacks rows at its end. */
  ROWS_MISSING,
  /** The file's key is another than the one that was asked for. */
  OTHER_KEY,
  /** No signature of the key is there. */
  NOT_SIGNED,
  /** The signature is wrong. */
  SIGNATURE,
  /** The proof does not lead from the row to the checkpoint's root. */
  PROOF,
  /** The rows do not make the checkpoint's root. */
  ROOT;

  /** The key of the sentence in the words: {@code export.fault.} and the name in lower case. */
  public String key() {
    return "export.fault." + name().toLowerCase(Locale.ROOT);
  }
}
