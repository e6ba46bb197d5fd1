/** The backup of a profile in one file, and its restoring: no password is needed for either. */
@NullMarked
package org.parley.app.backup;

import org.jspecify.annotations.NullMarked;
