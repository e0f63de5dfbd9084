package justhungry.cli.script;

import java.util.Locale;

/** What a script can do to a process of a cluster that this machine runs. */
public enum Fault {
    KILL,
    PAUSE,
    RESUME,
    RESTART;

    /** As scripts write it: {@code kill}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
