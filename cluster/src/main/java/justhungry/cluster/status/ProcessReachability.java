package justhungry.cluster.status;

import justhungry.cluster.process.ProcessState;

/** The reachability of a process. */
public enum ProcessReachability {
    UP("up"),
    /** Paused by a signal. */
    PAUSED("paused"),
    /** Alive, but not queried: the name server, which knows its address, does not answer. */
    NOT_ASKED("running"),
    /** Without an answer in time, and not known to be down. */
    SILENT("no answer"),
    DOWN("down");

    private final String label;

    ProcessReachability(String words) {
        this.label = words;
    }

    static ProcessReachability of(boolean answered, ProcessState process) {
        if (answered) {
            return UP;
        }
        return switch (process) {
            case RUNNING -> SILENT;
            case PAUSED -> PAUSED;
            case DEAD -> DOWN;
        };
    }

    /** The words in the table. */
    public String label() {
        return label;
    }
}
