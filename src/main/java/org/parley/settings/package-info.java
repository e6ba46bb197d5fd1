/**
 * What is remembered from one start to the next, in two parts.
 *
 * <p>{@link org.parley.settings.ClearSettings} is {@code settings.json}: what must be known before
 * the password is, and may be read by whoever has the file. {@link org.parley.settings.SealedState}
 * is the database's table STATE: rows of a kind, an id and sealed bytes. It reads them through
 * {@link org.parley.settings.StateStore}, which the store implements, and writes nothing itself: it
 * makes {@link org.parley.settings.StateChange}s, which go with the journal's batches, as the
 * journal's head covers this table.
 */
package org.parley.settings;
