/** Where something waits for disk, network or a key derivation, it says so here. */
package org.parley.waits;
