/** The Conversations tab, and a message to an address that is in no directory. */
@NullMarked
package org.parley.ui.conversations;

import org.jspecify.annotations.NullMarked;
