/**
 * Finding messages: an index in memory of which rows are messages, whose, and what became of them.
 * It is built by reading the journal once and kept in step with each commit; on disk there is
 * nothing of it.
 */
package org.parley.journal.search;
