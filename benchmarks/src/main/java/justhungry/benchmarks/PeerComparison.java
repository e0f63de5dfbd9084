package justhungry.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import justhungry.benchmarks.measure.AlternatingRounds;
import justhungry.benchmarks.measure.BenchmarkSubject;
import justhungry.benchmarks.measure.ComparedRounds;
import justhungry.benchmarks.measure.MachineFigures;
import justhungry.benchmarks.measure.MeasuredRound;
import justhungry.benchmarks.measure.ProcessUse;
import justhungry.benchmarks.peer.InstalledPeers;
import justhungry.benchmarks.peer.PeerSystem;
import justhungry.cluster.process.ClusterPlan.StorageMode;

/** A comparison of our cluster with what people would pick instead: durable orders at three copies, in alternating rounds. */
final class PeerComparison {
    private static final String OURS = "Just Hungry";

    private final List<Integer> clients;
    private final AlternatingRounds alternating;

    /**
     * Makes the benchmark.
     *
     * @param clients the numbers of concurrent clients, one after the other
     */
    PeerComparison(List<Integer> clients, AlternatingRounds alternating) {
        this.clients = clients;
        this.alternating = alternating;
    }

    void run(Path directory) throws Exception {
        System.out.println("%n%s%n".formatted(MachineFigures.measured(directory)));
        try (var ours = JustHungry.start(
                        Files.createDirectory(directory.resolve("ours")), StorageMode.ON_DISK, JustHungry.THREE_LINES);
                var peers = InstalledPeers.start(directory)) {
            peers.missing().forEach(System.out::println);
            peers.running().forEach(peer -> System.out.println("%s: %s".formatted(peer.name(), peer.difference())));
            var subjects = new ArrayList<BenchmarkSubject>();
            subjects.add(ours);
            subjects.addAll(peers.running());
            alternating.warmUp(subjects, List.of(MeasuredRound.RequestMix.ORDERS));
            System.out.println("""

                    | clients | system | orders/s | ours / it | p50 ms | p99 ms | CPU µs an order | \
                    context switches | others' part of the machine |
                    |---|---|---|---|---|---|---|---|---|""");
            for (int many : clients) {
                print(
                        alternating.compare(subjects, MeasuredRound.RequestMix.ORDERS, StorageMode.ON_DISK, many),
                        peers.running());
            }
        }
    }

    private static void print(ComparedRounds measured, List<PeerSystem> peers) {
        for (int i = 0; i <= peers.size(); i++) {
            var round = measured.median(i);
            System.out.println("| %d | %s | %.0f | %s | %.2f | %.2f | %s | %s | %s |"
                    .formatted(
                            measured.clients(),
                            i == 0 ? OURS : peers.get(i - 1).name(),
                            round.perSecond(),
                            i == 0 ? "" : measured.ratio(i).text(),
                            round.millis(50),
                            round.millis(99),
                            round.use(ProcessUse::cpuMicros),
                            round.use(ProcessUse::switches),
                            measured.othersPercent()));
        }
    }
}
