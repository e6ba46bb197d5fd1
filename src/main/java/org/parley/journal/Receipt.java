package org.parley.journal;

/**
 * Where a batch went: its entries have the seqs {@code first} to {@code first + count - 1}; with no
 * entries, {@code first} is the journal's size then.
 */
public record Receipt(long first, int count) {}
