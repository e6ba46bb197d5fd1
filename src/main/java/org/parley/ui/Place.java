package org.parley.ui;

import java.awt.Rectangle;
import java.util.Optional;

/**
 * Where a window stood, so that another one can stand there.
 *
 * @param bounds on the screen, while it was not maximised
 * @param state as {@link java.awt.Frame#getExtendedState()} has it
 * @param tab its index
 * @param conversation the peer whose conversation was open
 */
record Place(Rectangle bounds, int state, int tab, Optional<String> conversation) {}
