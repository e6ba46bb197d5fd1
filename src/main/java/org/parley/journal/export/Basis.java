package org.parley.journal.export;

/**
 * The state of the journal that is exported: what its verification came to. Rows that were added
 * since are left out.
 *
 * @param size how many rows
 * @param root over them; 32 bytes
 * @param verified whether the verification found the rows and the head to be whole
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Basis(long size, byte[] root, boolean verified) {}
