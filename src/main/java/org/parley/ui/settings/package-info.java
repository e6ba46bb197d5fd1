/** The settings, which act at once. */
@NullMarked
package org.parley.ui.settings;

import org.jspecify.annotations.NullMarked;
