package org.parley.session;

import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;

/**
 * How a connection ended.
 *
 * @param kind how
 * @param name whom the peer said it is; as proven as {@link SessionMachine#authenticated()} says
 * @param check the check that failed here, if one did
 * @param reason of an authenticated {@code nack}, the peer's or ours, if there was one
 * @param clockOffsetMillis for {@link EndKind#CLOCKS_DIFFER} how far the peer's clock is ahead of
 *     ours, negative where it is behind, as far as it can be believed; else 0
 */
public record SessionEnd(
    EndKind kind,
    @Nullable PeerName name,
    @Nullable Check check,
    @Nullable NackReason reason,
    long clockOffsetMillis) {}
