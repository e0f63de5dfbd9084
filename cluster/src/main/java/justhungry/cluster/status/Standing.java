package justhungry.cluster.status;

import justhungry.cluster.process.Condition;

/** The reachability of a process. */
public enum Standing {
    UP("up"),
    /** Paused by a signal. */
    PAUSED("paused"),
    /** Alive, but not queried: the name server, which knows its address, does not answer. */
    NOT_ASKED("running"),
    /** Without an answer in time, and not known to be down. */
    SILENT("no answer"),
    DOWN("down");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    static Standing of(boolean answered, Condition process) {
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
    public String words() {
        return words;
    }
}
