package org.parley.journal.export;

/**
 * What was exported.
 *
 * @param rows how many rows the file holds
 * @param withheld of how many of them it has no content: removed, damaged or lost
 * @param size how many rows the journal has
 * @param root over them; 32 bytes
 * @param verified as the file says
 * @param key by which the file can be checked
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record Exported(
    long rows, long withheld, long size, byte[] root, boolean verified, VerifierKey key) {}
