package justhungry.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import justhungry.benchmarks.bare.UpdatePath;
import justhungry.benchmarks.measure.AlternatingRounds;
import justhungry.benchmarks.measure.ComparedRounds;
import justhungry.benchmarks.measure.MachineFigures;
import justhungry.benchmarks.measure.MeasuredRound;
import justhungry.cluster.process.ClusterPlan.StorageMode;

/**
 * The gain of a primary's batching queue over a plain lock for each order: two bare chains in alternating rounds that differ in
 * nothing else. The front end batches in both; a call with several orders is answered when the last of them is stored.
 */
final class LockOrQueue {
    private static final String HEADING = """
            | clients | queue: orders/s | lock: orders/s | queue / lock | p50 ms, queue | lock | p99 ms, queue | lock | \
            syncs an order, queue | lock | others' part of the machine |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    private final List<Integer> clients;
    private final AlternatingRounds alternating;

    /**
     * Makes the benchmark.
     *
     * @param clients the numbers of concurrent clients, one after the other
     */
    LockOrQueue(List<Integer> clients, AlternatingRounds alternating) {
        this.clients = clients;
        this.alternating = alternating;
    }

    void run(Path directory, StorageMode keeping) throws Exception {
        var sizes = MessageSizes.measured();
        boolean durable = keeping == StorageMode.ON_DISK;
        try (var lock = new BareChain(place(directory, "lock"), durable, sizes, UpdatePath.LOCK);
                var queue = new BareChain(place(directory, "queue"), durable, sizes, UpdatePath.QUEUE)) {
            var subjects = List.of(queue, lock);
            alternating.warmUp(subjects, List.of(MeasuredRound.RequestMix.ORDERS));
            System.out.println("%n%s%n%n%s%n%n%s"
                    .formatted(MachineFigures.measured(directory), durable ? "Durable:" : "In memory:", HEADING));
            for (int many : clients) {
                System.out.println(row(alternating.compare(subjects, MeasuredRound.RequestMix.ORDERS, keeping, many)));
            }
        }
    }

    private static Path place(Path directory, String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }

    private static String row(ComparedRounds measured) {
        return "| %d | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        measured.clients(),
                        measured.figures("%.0f", MeasuredRound::perSecond),
                        measured.ratio(1).text(),
                        measured.figures("%.2f", round -> round.millis(50)),
                        measured.figures("%.2f", round -> round.millis(99)),
                        measured.syncs(),
                        measured.othersPercent());
    }
}
