package org.parley.journal.export;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with an export.
 *
 * @param line where, from 1; 0 where it is the file as a whole
 * @param seq of the row; null where it is none, or none can be told
 */
public record ExportFinding(
    ExportFault fault, ExportDetail detail, long line, @Nullable Long seq) {}
