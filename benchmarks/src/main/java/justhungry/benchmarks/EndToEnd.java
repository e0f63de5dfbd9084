package justhungry.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.benchmarks.bare.UpdatePath;
import justhungry.cluster.process.ClusterPlan.StorageMode;

/** A comparison of our cluster and the bare chain, in alternating rounds. */
final class EndToEnd {
    private static final String HEADING = """
            | load | clients | orders or reads/s | bare chain | ratio | p50 ms | bare | p99 ms | bare | p99.9 ms | bare | \
            CPU µs a request | bare | bytes | bare | syncs | bare |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";

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

    /** Prints each line when it is measured, and returns all. */
    List<ComparedRounds> run(Path directory, StorageMode keeping) throws Exception {
        var measured = new ArrayList<ComparedRounds>();
        var sizes = MessageSizes.measured();
        System.out.println("%nMessages: %s%n".formatted(sizes));
        try (var ours = JustHungry.start(directory, keeping);
                var bare = new BareChain(directory, keeping == StorageMode.ON_DISK, sizes, UpdatePath.QUEUE)) {
            for (BenchmarkSubject subject : List.of(ours, bare)) {
                AlternatingRounds.warmUp(subject, MeasuredRound.RequestMix.ORDERS);
                AlternatingRounds.warmUp(subject, MeasuredRound.RequestMix.READS);
            }
            System.out.println(HEADING);
            for (var mix : mixes) {
                for (int many : clients) {
                    var compared = alternating.compare(ours, bare, mix, keeping, many);
                    System.out.println(row(compared));
                    measured.add(compared);
                }
            }
        }
        return measured;
    }

    private static String row(ComparedRounds measured) {
        return "| %s | %d | %s | **%.2f** | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        measured.load(),
                        measured.clients(),
                        measured.both("%.0f", MeasuredRound::perSecond),
                        measured.ratio(),
                        measured.both("%.2f", round -> round.millis(50)),
                        measured.both("%.2f", round -> round.millis(99)),
                        measured.both("%.2f", round -> round.millis(99.9)),
                        cpu(measured.one()),
                        cpu(measured.other()),
                        measured.both("%.0f", round -> (double) round.bytes() / round.count()),
                        measured.syncs());
    }

    private static String cpu(MeasuredRound round) {
        return round.cpuMicros().entrySet().stream()
                .map(process -> "%s %.0f".formatted(process.getKey(), (double) process.getValue() / round.count()))
                .collect(Collectors.joining(", "));
    }
}
