package justhungry.replay.script.model;

import java.util.Locale;

/** A kind of fault that a script can inject into a process of a cluster on this machine, or its repair. */
public enum FaultType {
    KILL,
    PAUSE,
    RESUME,
    RESTART;

    /** Its name in scripts: {@code kill}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
