/** The window: its frame, tabs and status line, and what begins and ends it. */
@NullMarked
package org.parley.ui;

import org.jspecify.annotations.NullMarked;
