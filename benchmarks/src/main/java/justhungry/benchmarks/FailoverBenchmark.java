package justhungry.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import justhungry.benchmarks.measure.MachineFigures;
import justhungry.benchmarks.measure.MachineLoad;
import justhungry.benchmarks.measure.OpenLoad;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import org.HdrHistogram.Histogram;

/** The waits of customers, at a constant rate of orders, while the primary is killed, paused and restarted. */
final class FailoverBenchmark {
    private static final int CLIENTS = 16;
    private static final int ORDERS_PER_SECOND = 300;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(2_500);

    private final int times;

    /** @param times the number of times that each fault is injected */
    FailoverBenchmark(int times) {
        this.times = times;
    }

    void run(Path directory) throws Exception {
        System.out.println("%n%s".formatted(MachineFigures.measured(directory)));
        var before = MachineLoad.read();
        try (var cluster = JustHungry.start(directory, StorageMode.ON_DISK);
                var load = new OpenLoad(cluster, CLIENTS, ORDERS_PER_SECOND)) {
            Thread.sleep(WARM_UP.toMillis());
            var killed = new FaultWaits("kill -9 of the primary");
            var restarted = new FaultWaits("restart of the killed one, until it is in sync");
            var paused = new FaultWaits("SIGSTOP of the primary");
            var resumed = new FaultWaits("SIGCONT, until it is in sync");
            for (int i = 0; i < times; i++) {
                killAndRestart(cluster, load, killed, restarted);
                pauseAndResume(cluster, load, paused, resumed);
            }
            System.out.println(
                    "%n%d orders/s, open loop; each fault %d times; milliseconds; others used %.0f %% of the machine%n"
                            .formatted(
                                    ORDERS_PER_SECOND,
                                    times,
                                    100 * MachineLoad.read().othersSince(before)));
            System.out.println(FaultWaits.HEADING);
            for (var waits : List.of(killed, restarted, paused, resumed)) {
                System.out.println(waits.line());
            }
        }
    }

    private static void killAndRestart(JustHungry cluster, OpenLoad load, FaultWaits killed, FaultWaits restarted)
            throws InterruptedException {
        var primary = List.of(cluster.primary());
        load.take();
        long start = System.nanoTime();
        cluster.cluster().kill(primary);
        Thread.sleep(CALM.toMillis());
        killed.add(start, load.take());

        start = System.nanoTime();
        cluster.cluster().restart(primary);
        cluster.awaitAllInSync();
        Thread.sleep(CALM.toMillis());
        restarted.add(start, load.take());
    }

    private static void pauseAndResume(JustHungry cluster, OpenLoad load, FaultWaits paused, FaultWaits resumed)
            throws InterruptedException {
        var primary = cluster.primary();
        load.take();
        long start = System.nanoTime();
        cluster.cluster().pause(primary);
        Thread.sleep(PAUSE.toMillis());
        paused.add(start, load.take());

        start = System.nanoTime();
        cluster.cluster().resume(primary);
        cluster.awaitAllInSync();
        Thread.sleep(CALM.toMillis());
        resumed.add(start, load.take());
    }

    /** The waits of customers after one kind of fault, in microseconds. */
    private static final class FaultWaits {
        static final String HEADING = """
                | fault | first answer to an order sent after it: p50 | p90 | p99 | max | \
                longest time without an answer: p50 | p90 | p99 | max |
                |---|---|---|---|---|---|---|---|---|""";

        private final String fault;
        private final Histogram firstAnswers = new Histogram(3);
        private final Histogram longestGaps = new Histogram(3);

        FaultWaits(String fault) {
            this.fault = fault;
        }

        void add(long faultNanos, List<OpenLoad.AnsweredOrder> answers) {
            var after = answers.stream()
                    .filter(answer -> answer.answeredNanos() >= faultNanos)
                    .toList();
            long first = after.stream()
                    .filter(answer -> answer.sentNanos() >= faultNanos)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no order was answered after: " + fault))
                    .answeredNanos();
            long longest = 0;
            long last = faultNanos;
            for (var answer : after) {
                longest = Math.max(longest, answer.answeredNanos() - last);
                last = answer.answeredNanos();
            }
            firstAnswers.recordValue(TimeUnit.NANOSECONDS.toMicros(first - faultNanos));
            longestGaps.recordValue(TimeUnit.NANOSECONDS.toMicros(longest));
        }

        String line() {
            return "| %s | %s | %s |".formatted(fault, figures(firstAnswers), figures(longestGaps));
        }

        private static String figures(Histogram micros) {
            return "%.0f | %.0f | %.0f | %.0f"
                    .formatted(
                            micros.getValueAtPercentile(50) / 1e3,
                            micros.getValueAtPercentile(90) / 1e3,
                            micros.getValueAtPercentile(99) / 1e3,
                            micros.getMaxValue() / 1e3);
        }
    }
}
