/**
 * Finding messages: an index in memory of which rows are messages, whose, and what became of them.
 * It is built by reading the journal once, kept in step with each commit, and saved sealed; a file
 * of sealed copies of texts lies beside it.
 */
package org.parley.journal.search;
