package justhungry.replay.script.model;

import java.util.List;
import justhungry.api.cluster.NodeNames;

/**
 * A step that injects a fault into a process, or repairs one.
 *
 * @param target a process's name; or {@code primary}, {@code replica}, {@code killed} or {@code paused}
 */
public record FaultStep(int line, FaultType fault, String target) implements Step {
    /** The targets that are not names of processes. */
    public static final List<String> TARGETS = List.of("primary", "replica", "killed", "paused");

    public FaultStep {
        NodeNames.require(target);
    }

    @Override
    public long requests() {
        return 0;
    }

    @Override
    public List<FaultStep> faults() {
        return List.of(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
