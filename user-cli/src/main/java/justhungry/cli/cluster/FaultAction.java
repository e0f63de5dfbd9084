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
import justhungry.platform.text.SentenceFormat;

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
    RESTART("restarts a process with its data", "is running again", "are running again", List.of(ProcessState.DEAD)) {
        @Override
        public void apply(LocalCluster cluster, List<String> names) {
            cluster.restart(names);
        }

        /** Only back ends have something to catch up on. */
        @Override
        String note(LocalCluster cluster, List<String> names) {
            var backends = cluster.slots().stream()
                    .filter(slot -> slot.role() == ProcessRole.BACKEND && names.contains(slot.name()))
                    .map(ProcessSlot::name)
                    .toList();
            var see = "see: %sstatus".formatted(cluster.commandPrefix());
            if (backends.isEmpty()) {
                return "; " + see;
            }
            var verb = backends.size() == 1 ? "is" : "are";
            return backends.size() == names.size()
                    ? " and %s catching up; %s".formatted(verb, see)
                    : "; %s %s catching up; %s".formatted(SentenceFormat.list(backends, "and"), verb, see);
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

    /** The end of what is said of the processes acted on. */
    String note(LocalCluster cluster, List<String> names) {
        return "";
    }

    private String said(LocalCluster cluster, List<String> names) {
        var prefix = cluster.commandPrefix();
        var what =
                names.size() == 1 ? result.formatted(names.get(0), prefix) : resultOfSeveral.formatted("all", prefix);
        return SentenceFormat.list(names, "and") + " " + what + note(cluster, names);
    }

    /** Where no prefix is typed, the demo takes the commands. */
    private static String newCluster(String prefix) {
        return prefix.isEmpty()
                ? "quit, and start the demo again."
                : "type: %1$sdown, then: %1$sup --fresh --in-memory".formatted(prefix);
    }

    /** Acts on one process, or, of several, on those whose condition the action is meant for; prints the result. */
    public void apply(LocalCluster cluster, List<String> names, Consumer<String> say) {
        var affected = names.size() == 1
                ? names
                : names.stream()
                        .filter(name -> applicableStates.contains(cluster.processState(name)))
                        .toList();
        boolean lostBefore = cluster.hasLostItsMemory();
        apply(cluster, affected);
        say.accept(affected.isEmpty() ? "There is nothing to %s.".formatted(commandName()) : said(cluster, affected));
        if (lostBefore || cluster.hasLostItsMemory()) {
            say.accept("All orders were in memory and are gone: this cluster takes no orders any more. For a new one, "
                    + newCluster(cluster.commandPrefix()));
        }
    }
}
