package org.parley.journal.export;

import java.time.Instant;
import java.time.ZoneId;
import org.parley.words.Words;

/**
 * What is to be exported, and how.
 *
 * @param basis the state of the journal that was verified
 * @param replace whether a file that is there is replaced
 * @param exported the time of the export
 * @param zone of the times on a page; a log and a table have UTC
 * @param words of a page
 */
public record ExportPlan(
    ExportFormat format,
    Basis basis,
    Selection selection,
    boolean replace,
    Instant exported,
    ZoneId zone,
    Words words) {}
