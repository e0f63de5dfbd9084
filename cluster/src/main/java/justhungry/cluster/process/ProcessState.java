package justhungry.cluster.process;

/** The state of a process, as the operating system reports it. */
public enum ProcessState {
    RUNNING,
    /** Stopped by a signal: it is alive, and does nothing until it is resumed. */
    PAUSED,
    /** There is no such process. */
    DEAD
}
