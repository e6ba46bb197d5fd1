/**
 * Sockets, threads and deadlines around the pure machines of {@code session}.
 *
 * <p>A {@link org.parley.network.Dialer} runs an initiator on its caller's thread; a {@link
 * org.parley.network.Listener} runs responders on a bounded pool of its own, so that peers who hold
 * connections open cannot starve what the user starts. Both drive a connection in the same way:
 * read bytes, hand whole PDUs to the machine with the time, have what happened recorded by a {@link
 * org.parley.network.SessionObserver}, and only then write what the machine answered.
 */
package org.parley.network;
