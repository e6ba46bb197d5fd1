/** The Wire tab: every connection, and its PDUs as they were on the wire. */
@NullMarked
package org.parley.ui.wire;

import org.jspecify.annotations.NullMarked;
