/**
 * The whole verification: every row, head, state, anchors and seen ids against each other. It goes
 * on after a finding and changes nothing.
 */
package org.parley.journal.verify;
