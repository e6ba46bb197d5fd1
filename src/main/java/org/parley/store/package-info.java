/**
 * The database: H2, encrypted, one connection that writes and a few that read. Implements the store
 * interfaces that {@code journal} and {@code settings} own; nothing here knows what a row means.
 *
 * <p>A journal's file is only ever made whole under another name and then renamed, so that tables
 * are created only in a file that this program has just made; and before any statement but one
 * touches an existing file, its schema is compared with that of the same version made in memory.
 */
package org.parley.store;
