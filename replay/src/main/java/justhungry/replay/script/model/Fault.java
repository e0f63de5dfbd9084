package justhungry.replay.script.model;

import java.util.Locale;

/** A kind of fault that a script can inject into a process of a cluster on this machine, or its repair. */
public enum Fault {
    KILL,
    PAUSE,
    RESUME,
    RESTART;

    /** Its name in scripts: {@code kill}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
