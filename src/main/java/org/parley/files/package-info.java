/**
 * Files that only their owner reads and that are replaced whole or not at all. Imports nothing of
 * ours.
 */
package org.parley.files;
