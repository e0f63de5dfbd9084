package justhungry.cluster.status;

import justhungry.cluster.local.Condition;

/** Whether somebody can be reached. */
public enum Standing {
    UP("up"),
    /** It is paused by a signal. */
    PAUSED("paused"),
    /** Its process lives; it was not asked, for the name server, which knows where it is, does not answer. */
    NOT_ASKED("running"),
    /** It did not answer in time, and it is not known to be down. */
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

    /** As people read it. */
    public String words() {
        return words;
    }
}
