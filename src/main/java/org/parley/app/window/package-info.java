/**
 * What the window needs of an open profile: thin adapters from the interfaces that {@code ui} owns
 * to the profile that the command line uses too.
 */
package org.parley.app.window;
