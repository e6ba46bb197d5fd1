/**
 * The command line: one small class a command, over the same profile as the window. Nothing here
 * needs a screen but the commands that open a window, which reach it through {@code app.window}.
 */
package org.parley.app.cli;
