/**
 * What the window needs of an unlocked profile. {@code app} implements these interfaces; the window
 * knows nothing of files, databases and sockets behind them.
 */
@NullMarked
package org.parley.ui.workplace;

import org.jspecify.annotations.NullMarked;
