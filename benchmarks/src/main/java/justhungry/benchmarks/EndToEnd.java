package justhungry.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import justhungry.benchmarks.bare.UpdatePath;
import justhungry.benchmarks.measure.AlternatingRounds;
import justhungry.benchmarks.measure.ComparedRounds;
import justhungry.benchmarks.measure.MachineFigures;
import justhungry.benchmarks.measure.MeasuredRound;
import justhungry.benchmarks.measure.ProcessUse;
import justhungry.cluster.process.ClusterPlan.StorageMode;

/** A comparison of our cluster and the bare chain, in alternating rounds. */
final class EndToEnd {
    private static final String TIMES = """
            | load | clients | orders or reads/s | bare chain | ratio | p50 ms | bare | p99 ms | bare | \
            p99.9 ms | bare | others' part of the machine |
            |---|---|---|---|---|---|---|---|---|---|---|---|""";
    private static final String COUNTS = """

            Of a request:

            | load | clients | CPU µs | bare | reads and writes | bare | \
            context switches | bare | bytes | bare | syncs | bare |
            |---|---|---|---|---|---|---|---|---|---|---|---|""";

    private final List<Integer> clients;
    private final List<MeasuredRound.RequestMix> mixes;
    private final AlternatingRounds alternating;

    /**
     * Makes the benchmark.
     *
     * @param clients the numbers of concurrent clients, one after the other
     */
    EndToEnd(List<Integer> clients, List<MeasuredRound.RequestMix> mixes, AlternatingRounds alternating) {
        this.clients = clients;
        this.mixes = mixes;
        this.alternating = alternating;
    }

    /** Prints each line when it is measured, the counts at the end, and returns all. */
    List<ComparedRounds> run(Path directory, StorageMode keeping) throws Exception {
        var measured = new ArrayList<ComparedRounds>();
        var sizes = MessageSizes.measured();
        System.out.println("%n%s%n%nMessages: %s%n".formatted(MachineFigures.measured(directory), sizes));
        try (var ours = JustHungry.start(directory, keeping);
                var bare = new BareChain(directory, keeping == StorageMode.ON_DISK, sizes, UpdatePath.QUEUE)) {
            var subjects = List.of(ours, bare);
            alternating.warmUp(subjects, mixes);
            System.out.println(TIMES);
            for (var mix : mixes) {
                for (int many : clients) {
                    var compared = alternating.compare(subjects, mix, keeping, many);
                    System.out.println(times(compared));
                    measured.add(compared);
                }
            }
        }
        System.out.println(COUNTS);
        measured.forEach(each -> System.out.println(counts(each)));
        return measured;
    }

    private static String times(ComparedRounds measured) {
        return "| %s | %d | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        measured.load(),
                        measured.clients(),
                        measured.figures("%.0f", MeasuredRound::perSecond),
                        measured.ratio(1).text(),
                        measured.figures("%.2f", round -> round.millis(50)),
                        measured.figures("%.2f", round -> round.millis(99)),
                        measured.figures("%.2f", round -> round.millis(99.9)),
                        measured.othersPercent());
    }

    private static String counts(ComparedRounds measured) {
        return "| %s | %d | %s | %s | %s | %s | %s |"
                .formatted(
                        measured.load(),
                        measured.clients(),
                        measured.uses(ProcessUse::cpuMicros),
                        measured.uses(ProcessUse::transfers),
                        measured.uses(ProcessUse::switches),
                        measured.figures("%.0f", round -> (double) round.bytes() / round.count()),
                        measured.syncs());
    }
}
