package justhungry.cli.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.ProcessRole;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.process.ProcessState;

/** An action on processes of a cluster. */
public enum FaultAction {
    KILL(
            "kills a process (kill -9)",
            "is killed; bring it back with: %2$srestart %1$s",
            "are killed; bring them back with: %2$srestart %1$s",
            List.of(ProcessState.RUNNING, ProcessState.PAUSED)) {
        @Override
        public void apply(LocalCluster cluster, List<String> names) {
            cluster.kill(names);
        }
    },
    PAUSE(
            "pauses a process (kill -STOP)",
            "is paused; continue it with: %2$sresume %1$s",
            "are paused; continue them with: %2$sresume %1$s",
            List.of(ProcessState.RUNNING)) {
        @Override
        public void apply(LocalCluster cluster, List<String> names) {
            names.forEach(cluster::pause);
        }
    },
    RESUME(
            "continues a paused process",
            "is running again; see: %2$sstatus",
            "are running again; see: %2$sstatus",
            List.of(ProcessState.PAUSED)) {
        @Override
        public void apply(LocalCluster cluster, List<String> names) {
            names.forEach(cluster::resume);
        }
    },
    RESTART(
            "restarts a process with its data",
            "is running again%3$s; see: %2$sstatus",
            "are running again%3$s; see: %2$sstatus",
            List.of(ProcessState.DEAD)) {
        @Override
        public void apply(LocalCluster cluster, List<String> names) {
            cluster.restart(names);
        }
    };

    private final String summary;
    private final String result;
    private final String resultOfSeveral;
    private final List<ProcessState> applicableStates;

    FaultAction(String summary, String result, String resultOfSeveral, List<ProcessState> meantFor) {
        this.summary = summary;
        this.result = result;
        this.resultOfSeveral = resultOfSeveral;
        this.applicableStates = meantFor;
    }

    public static Optional<FaultAction> named(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.commandName().equals(word))
                .findFirst();
    }

    public abstract void apply(LocalCluster cluster, List<String> names);

    /** The command's name. */
    public String commandName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A few words for the list of commands. */
    String summary() {
        return summary;
    }

    /** Only back ends have something to catch up on. */
    private static String afterRestart(LocalCluster cluster, List<String> names) {
        var backends = cluster.slots().stream()
                .filter(slot -> slot.role() == ProcessRole.BACKEND && names.contains(slot.name()))
                .map(ProcessSlot::name)
                .toList();
        if (backends.size() < names.size()) {
            return backends.isEmpty() ? "" : "; catching up: " + String.join(", ", backends);
        }
        return names.size() == 1 ? " and is catching up" : " and are catching up";
    }

    private static String newCluster(String program) {
        return "type: %1$sdown, then: %1$sup --fresh --in-memory".formatted(program);
    }

    /**
     * Acts on one process, or, of several, on those whose condition the action is meant for; prints the result.
     *
     * @param program the program's name, to be typed before a command
     */
    public void apply(LocalCluster cluster, List<String> names, String program, Consumer<String> say) {
        var affected = names.size() == 1
                ? names
                : names.stream()
                        .filter(name -> applicableStates.contains(cluster.processState(name)))
                        .toList();
        if (affected.isEmpty()) {
            say.accept("There is nothing to %s.".formatted(commandName()));
        }
        boolean lostBefore = cluster.hasLostItsMemory();
        apply(cluster, affected);
        if (affected.size() > 1) {
            say.accept(String.join(", ", affected) + " "
                    + resultOfSeveral.formatted("all", program, afterRestart(cluster, affected)));
        } else {
            affected.forEach(
                    name -> say.accept(name + " " + result.formatted(name, program, afterRestart(cluster, affected))));
        }
        if (lostBefore || cluster.hasLostItsMemory()) {
            say.accept("All orders were in memory and are gone: this cluster takes no orders any more. For a new one, "
                    + (program.isEmpty() ? "quit, and start the demo again." : newCluster(program)));
        }
    }
}
