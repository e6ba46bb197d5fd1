/**
 * What every part of the window shares: theme and spacing, the event thread and work off it, form
 * fields, dialogs, and the showing of text that a stranger wrote. Imports no other package of ui.
 */
@NullMarked
package org.parley.ui.common;

import org.jspecify.annotations.NullMarked;
