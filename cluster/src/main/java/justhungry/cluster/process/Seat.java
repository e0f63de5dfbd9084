package justhungry.cluster.process;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A slot for a process of the cluster, which outlives the processes that fill it.
 *
 * @param options of the role, without those for the addresses and the data directory
 * @param process the one started last; null before the first
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

    /** Its current state, as the operating system reports it. */
    public Condition condition() {
        return living().map(process -> Signals.isPaused(process) ? Condition.PAUSED : Condition.RUNNING)
                .orElse(Condition.DEAD);
    }
}
