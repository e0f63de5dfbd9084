package justhungry.backend.replication;

import java.time.Duration;

/**
 * How long the core waits, and how much of its log it keeps, and sends at once. Clocks decide only when to suspect
 * somebody, never whether something is safe.
 *
 * @param heartbeat between two appends to an idle member
 * @param silence without an answer after which a member is suspected
 * @param rejoin after a member was silent, until it may enter the in-sync set again: a member whose disk is slow does not
 *     come and go
 * @param proposal without an answer of the register, until requests are refused rather than kept waiting
 * @param keptEntries that are kept after they could go, so that a back end that was away is fed by entries, not by a
 *     snapshot; 1 or more
 * @param appendBytes of entries that one append carries at the most, or a single entry that is longer
 */
public record Tuning(
        Duration heartbeat, Duration silence, Duration rejoin, Duration proposal, long keptEntries, int appendBytes) {
    public static final Tuning DEFAULT = new Tuning(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            10_000,
            1 << 20);
}
