package justhungry.backend.replication;

import java.time.Duration;

/**
 * The configuration of the core: its timeouts, and how much of the log it keeps and sends at once. Clocks decide only
 * when to suspect a process, never whether something is safe.
 *
 * @param heartbeatInterval the time between two appends to an idle member
 * @param silenceTimeout the time without an answer after which a member is suspected
 * @param rejoinDelay the time after which a member that was silent may enter the in-sync set again, so that one with a slow
 *     disk does not leave and enter all the time; and after which one that needs a newer version is called again
 * @param proposalTimeout the time without an answer from the register after which requests are refused instead of kept waiting
 * @param keptEntries the entries that are kept although they could be compacted, so that a back end that was down
 *     catches up from entries and not from a snapshot; 1 or more
 * @param maxAppendBytes the most bytes of entries in one append, except for a single longer entry
 */
public record ReplicationConfig(
        Duration heartbeatInterval,
        Duration silenceTimeout,
        Duration rejoinDelay,
        Duration proposalTimeout,
        long keptEntries,
        int maxAppendBytes) {
    public static final ReplicationConfig DEFAULT = new ReplicationConfig(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            10_000,
            1 << 20);
}
