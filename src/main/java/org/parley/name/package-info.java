/** What a peer may be called, and when two names look alike. Imports nothing of ours. */
package org.parley.name;
