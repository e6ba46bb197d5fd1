/**
 * What every command stands on: the terminal in UTF-8, exit codes, where the startup password comes
 * from, how a peer's text is shown so that it cannot drive the terminal, and how a command is asked
 * to end.
 */
package org.parley.app.console;
