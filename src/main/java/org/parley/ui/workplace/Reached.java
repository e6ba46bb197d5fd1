package org.parley.ui.workplace;

import java.time.Instant;

/**
 * The last time that a contact authenticated.
 *
 * @param at when
 * @param address where they were, {@code host:port} where we dialled, else the host only
 * @param inbound whether it was they who dialled
 */
public record Reached(Instant at, String address, boolean inbound) {}
