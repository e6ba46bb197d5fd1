/** The Directory tab, and meeting: own details, invitations, what is pasted, who tried. */
@NullMarked
package org.parley.ui.contacts;

import org.jspecify.annotations.NullMarked;
