package justhungry.cluster.local;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the cluster, which outlives the processes that fill it.
 *
 * @param options of the role, beside those that say where the cluster and its data are
 * @param process the last one that was started here; null before the first
 */
public record Seat(
        String name,
        Role role,
        List<String> options,
        @Nullable ProcessIdentity process) {
    public Seat {
        options = List.copyOf(options);
    }

    /** Whether its process has a data directory. */
    boolean keepsData() {
        return role != Role.FRONTEND && !options.contains(ClusterPlan.IN_MEMORY_OPTION);
    }

    Seat filledBy(ProcessIdentity started) {
        return new Seat(name, role, options, started);
    }

    Optional<ProcessHandle> living() {
        return process == null ? Optional.empty() : process.living();
    }

    /** What the operating system says about it now. */
    public Condition condition() {
        return living().map(process -> Signals.isPaused(process) ? Condition.PAUSED : Condition.RUNNING)
                .orElse(Condition.DEAD);
    }
}
