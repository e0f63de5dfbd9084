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
public record ProcessSlot(
        String name,
        ProcessRole role,
        List<String> options,
        @Nullable ProcessIdentity process) {
    public ProcessSlot {
        options = List.copyOf(options);
    }

    /** Whether its process has a data directory. */
    boolean keepsData() {
        return role != ProcessRole.FRONTEND && !isInMemory();
    }

    /** Whether it is a back end that keeps nothing on disk. */
    boolean isInMemory() {
        return options.contains(ClusterPlan.IN_MEMORY_OPTION);
    }

    ProcessSlot withProcess(ProcessIdentity started) {
        return new ProcessSlot(name, role, options, started);
    }

    Optional<ProcessHandle> liveProcess() {
        return process == null ? Optional.empty() : process.liveProcess();
    }

    /** Its current state, as the operating system reports it. */
    public ProcessState state() {
        return liveProcess()
                .map(process -> ProcessSignals.isPaused(process) ? ProcessState.PAUSED : ProcessState.RUNNING)
                .orElse(ProcessState.DEAD);
    }
}
