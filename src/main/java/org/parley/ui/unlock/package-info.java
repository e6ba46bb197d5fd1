/**
 * Unlock and first start. {@link org.parley.ui.unlock.ProfileOpener} is implemented by {@code app}.
 */
@NullMarked
package org.parley.ui.unlock;

import org.jspecify.annotations.NullMarked;
