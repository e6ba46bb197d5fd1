/** Every word that people read, in a resource bundle. Imports nothing of ours. */
package org.parley.words;
