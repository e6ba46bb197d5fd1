package org.parley.journal.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the verification of an export.
 *
 * @param export the rows; null where anything was found, as none is to be believed then
 * @param findings what is wrong; empty where nothing is
 * @param root of the checkpoint; null where its signature was not found good
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record ExportVerdict(
    @Nullable VerifiedExport export, List<ExportFinding> findings, byte @Nullable [] root) {

  /** Whether the export is to be believed, as far as its key is. */
  public boolean ok() {
    return export != null;
  }
}
