/** Showing what somebody writes, or has written, in fonts that have its characters. */
@NullMarked
package org.parley.ui.common.fonts;

import org.jspecify.annotations.NullMarked;
