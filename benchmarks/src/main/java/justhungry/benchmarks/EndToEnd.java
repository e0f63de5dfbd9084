package justhungry.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import justhungry.cluster.local.ClusterPlan.Keeping;

/** Our cluster and the bare chain in turns, on the same machine in the same minutes: what counts is the ratio. */
final class EndToEnd {
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(20);

    private final List<Integer> clients;
    private final List<Round.Mix> mixes;
    private final int rounds;
    private final Duration time;

    /**
     * Makes the benchmark.
     *
     * @param clients how many at once, each number in turn
     * @param rounds of each of the two
     * @param time that a round is measured
     */
    EndToEnd(List<Integer> clients, List<Round.Mix> mixes, int rounds, Duration time) {
        this.clients = clients;
        this.mixes = mixes;
        this.rounds = rounds;
        this.time = time;
    }

    void run(Path directory, Keeping keeping) throws Exception {
        var sizes = MessageSizes.measured();
        System.out.println("%nMessages: %s%n".formatted(sizes));
        try (var ours = JustHungry.start(directory, keeping);
                var bare = new BareChain(directory, keeping == Keeping.ON_DISK, sizes)) {
            for (Subject subject : List.of(ours, bare)) {
                Round.of(subject, 64, Round.Mix.ORDERS, FIRST_WARM_UP);
                Round.of(subject, 64, Round.Mix.READS, FIRST_WARM_UP);
            }
            System.out.println(Row.HEADING);
            for (var mix : mixes) {
                for (int many : clients) {
                    print(ours, bare, mix, many, keeping);
                }
            }
        }
    }

    private void print(Subject ours, Subject bare, Round.Mix mix, int many, Keeping keeping) throws Exception {
        var ourRounds = new ArrayList<Round>();
        var bareRounds = new ArrayList<Round>();
        for (int i = 0; i < rounds; i++) {
            ourRounds.add(Round.of(ours, many, mix, time));
            bareRounds.add(Round.of(bare, many, mix, time));
        }
        System.out.println(new Row(mix, many, keeping, median(ourRounds), median(bareRounds)).line());
    }

    /** The round with the median of the throughputs. */
    private static Round median(List<Round> measured) {
        return measured.stream()
                .sorted(Comparator.comparingDouble(Round::perSecond))
                .toList()
                .get(measured.size() / 2);
    }

    /** What is printed of one kind of load. */
    private record Row(Round.Mix mix, int clients, Keeping keeping, Round ours, Round bare) {
        static final String HEADING = """
                | load | clients | orders or reads/s | bare chain | ratio | p50 ms | bare | p99 ms | bare | p99.9 ms | bare | \
                CPU µs a request | bare | bytes | bare | syncs | bare |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";

        String line() {
            return "| %s, %s | %d | %.0f | %.0f | **%.2f** | %s | %s | %s | %s | %s |"
                    .formatted(
                            mix.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            keeping == Keeping.ON_DISK ? "durable" : "in memory",
                            clients,
                            ours.perSecond(),
                            bare.perSecond(),
                            ours.perSecond() / bare.perSecond(),
                            both("%.2f", round -> round.millis(50)),
                            both("%.2f", round -> round.millis(99)),
                            both("%.2f", round -> round.millis(99.9)),
                            cpu(ours) + " | " + cpu(bare),
                            both("%.0f", round -> (double) round.bytes() / count(round)) + " | "
                                    + both("%.2f", this::syncs));
        }

        private String both(String format, ToDoubleFunction<Round> figure) {
            return format.formatted(figure.applyAsDouble(ours)) + " | " + format.formatted(figure.applyAsDouble(bare));
        }

        /** Each entry is synced once at each of the three copies. */
        private double syncs(Round round) {
            return keeping == Keeping.ON_DISK ? 3.0 * round.entries() / count(round) : 0;
        }

        private static String cpu(Round round) {
            return round.cpuMicros().entrySet().stream()
                    .map(process -> "%s %.0f".formatted(process.getKey(), (double) process.getValue() / count(round)))
                    .collect(Collectors.joining(", "));
        }

        private static long count(Round round) {
            return Math.max(1, round.latencies().getTotalCount());
        }
    }
}
