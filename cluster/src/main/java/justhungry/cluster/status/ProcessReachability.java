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

    /** Down is only what is dead, or has refused a connection: what does not answer may be slow. */
    static ProcessReachability of(ProbeAnswer<?> answer, ProcessState process) {
        if (answer.value().isPresent()) {
            return UP;
        }
        return switch (process) {
            case RUNNING -> answer.refused() ? DOWN : SILENT;
            case PAUSED -> PAUSED;
            case DEAD -> DOWN;
        };
    }

    /** The words in the table. */
    public String label() {
        return label;
    }
}
