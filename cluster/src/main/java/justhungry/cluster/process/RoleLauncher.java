package justhungry.cluster.process;

import java.util.ArrayList;
import java.util.List;

/** The commands that start the roles. */
public interface RoleLauncher {
    /** The words of the command line before the role's own arguments: {@code java}, its options, and the program. */
    List<String> command(ProcessRole role);

    /**
     * The commands for a cluster that lives for minutes. Java's second compiler takes half of the processors in the first half
     * minute, and has paid for itself only later: without it orders are fast much earlier, and half as fast in the end. And the
     * processes warm up as soon as they are ready.
     */
    default RoleLauncher forShortLife() {
        return role -> {
            var words = new ArrayList<>(command(role));
            // A person's own options come later, and override these.
            words.addAll(1, List.of("-XX:TieredStopAtLevel=1", "-Djusthungry.warmUp=true"));
            return words;
        };
    }
}
