/** The History tab: search over everything ever sent and received, verification, export. */
@NullMarked
package org.parley.ui.history;

import org.jspecify.annotations.NullMarked;
