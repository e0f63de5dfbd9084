package justhungry.cluster.local;

/** What the operating system says about a process of the cluster. */
public enum Condition {
    RUNNING,
    /** Stopped by a signal: it lives, and does nothing until it is resumed. */
    PAUSED,
    /** There is no such process. */
    DEAD
}
