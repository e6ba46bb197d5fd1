package org.parley.session;

/**
 * When an event came, by two clocks.
 *
 * @param wallMillis milliseconds since 1970 UTC: what timestamps and their window go by; may jump
 * @param monoMillis milliseconds of a clock that only runs forward: what deadlines go by
 */
public record Now(long wallMillis, long monoMillis) {}
