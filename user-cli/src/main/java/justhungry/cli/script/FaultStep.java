package justhungry.cli.script;

import java.util.List;
import justhungry.api.Names;

/**
 * Does something to a process.
 *
 * @param target a process's name; or {@code primary}, {@code replica}, {@code killed} or {@code paused}
 */
public record FaultStep(int line, Fault fault, String target) implements Step {
    /** The targets that are no names. */
    public static final List<String> TARGETS = List.of("primary", "replica", "killed", "paused");

    public FaultStep {
        Names.require(target);
    }

    @Override
    public long requests() {
        return 0;
    }

    @Override
    public List<FaultStep> faults() {
        return List.of(this);
    }
}
