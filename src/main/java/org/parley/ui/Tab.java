package org.parley.ui;

import javax.swing.JComponent;

/**
 * One tab of the window.
 *
 * @param id its title is the word {@code ui.window.ID}
 * @param icon the name of its icon
 */
record Tab(String id, String icon, JComponent component) {}
