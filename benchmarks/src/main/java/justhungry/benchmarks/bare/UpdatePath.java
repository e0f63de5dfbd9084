package justhungry.benchmarks.bare;

/** The bare primary's handling of updates that arrive while it stores others. */
public enum UpdatePath {
    /** They wait in a queue, and are stored together, as one entry. */
    QUEUE,
    /** Each waits for a plain lock, and is stored as an entry of its own, even if others came in the same call. */
    LOCK
}
