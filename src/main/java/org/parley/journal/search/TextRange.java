package org.parley.journal.search;

/**
 * A part of a text, in UTF-16 units as {@link String} counts them; never half a character.
 *
 * @param start the first unit
 * @param end the unit after the last
 */
public record TextRange(int start, int end) {}
