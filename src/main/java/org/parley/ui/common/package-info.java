/**
 * What every part of the window shares: theme and spacing, the event thread and work off it, form
 * fields, dialogs, and the showing of text that a stranger wrote. Of ui it imports fonts alone.
 */
@NullMarked
package org.parley.ui.common;

import org.jspecify.annotations.NullMarked;
