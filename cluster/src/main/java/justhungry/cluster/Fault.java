package justhungry.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import justhungry.cluster.local.Condition;
import justhungry.cluster.local.LocalCluster;

/** What can be done to processes of a cluster. */
enum Fault {
    KILL(
            "Kills a process, as kill -9 does.",
            "is killed; bring it back with: %2$srestart %1$s",
            List.of(Condition.RUNNING, Condition.PAUSED)) {
        @Override
        void strike(LocalCluster cluster, List<String> names) {
            cluster.kill(names);
        }
    },
    PAUSE(
            "Stops a process for a while, as kill -STOP does.",
            "is paused; let it go on with: %2$sresume %1$s",
            List.of(Condition.RUNNING)) {
        @Override
        void strike(LocalCluster cluster, List<String> names) {
            names.forEach(cluster::pause);
        }
    },
    RESUME("Lets a paused process go on.", "goes on; look with: %2$sstatus", List.of(Condition.PAUSED)) {
        @Override
        void strike(LocalCluster cluster, List<String> names) {
            names.forEach(cluster::resume);
        }
    },
    RESTART(
            "Starts a process again, on the data that it had.",
            "is back, and catches up; look with: %2$sstatus",
            List.of(Condition.DEAD)) {
        @Override
        void strike(LocalCluster cluster, List<String> names) {
            cluster.restart(names);
        }
    };

    private final String meaning;
    private final String result;
    private final List<Condition> meantFor;

    Fault(String meaning, String result, List<Condition> meantFor) {
        this.meaning = meaning;
        this.result = result;
        this.meantFor = meantFor;
    }

    static Optional<Fault> named(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }

    abstract void strike(LocalCluster cluster, List<String> names);

    /** The command's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A sentence. */
    String meaning() {
        return meaning;
    }

    /**
     * Strikes one process, or, of several, those whose condition the fault is meant for; says what was done.
     *
     * @param program what has to be typed before a command
     */
    void strike(LocalCluster cluster, List<String> names, String program, Consumer<String> say) {
        var struck = names.size() == 1
                ? names
                : names.stream()
                        .filter(name -> meantFor.contains(cluster.condition(name)))
                        .toList();
        if (struck.isEmpty()) {
            say.accept("There is nothing to %s.".formatted(word()));
        }
        strike(cluster, struck);
        struck.forEach(name -> say.accept(name + " " + result.formatted(name, program)));
    }
}
