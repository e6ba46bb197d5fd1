package org.parley.journal.export;

import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;

/**
 * A row of a verified export.
 *
 * @param entry null where only the leaf is there
 * @param removed whether a row of the same export says that the owner removed the content; false
 *     where it is there, or nothing says why it is not
 */
public record ExportedRow(long seq, @Nullable Entry entry, boolean removed) {}
