package justhungry.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import justhungry.benchmarks.measure.MachineFigures;
import justhungry.benchmarks.measure.MachineLoad;
import justhungry.benchmarks.measure.MeasuredRound;
import justhungry.benchmarks.measure.OpenLoad;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import org.HdrHistogram.Histogram;

/** The cost of an order, and of a start, as more and more orders are stored. */
final class GrowthBenchmark {
    private static final int FILLERS = 256;
    private static final int CLIENTS = 64;
    private static final int ORDERS_PER_SECOND = 300;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration FILL = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final String OTHER = "server3";

    private final List<Long> levels;

    /** @param levels numbers of stored orders, each larger than the one before */
    GrowthBenchmark(List<Long> levels) {
        this.levels = levels;
    }

    void run(Path directory) throws Exception {
        System.out.println("%n%s".formatted(MachineFigures.measured(directory)));
        var before = MachineLoad.read();
        try (var cluster = JustHungry.start(directory, StorageMode.ON_DISK)) {
            warmUp(cluster);
            System.out.println("""

                    | stored orders | 1 client: p50 ms | %d clients: orders/s | p50 ms | p99 ms | primary, MB in memory | its heap, MB | \
                    on its disk, bytes an order | restart of a back end, until in sync, ms | an empty one, ms | \
                    p99 at %d/s, ms | meanwhile |
                    |---|---|---|---|---|---|---|---|---|---|---|---|""".formatted(CLIENTS, ORDERS_PER_SECOND));
            for (long level : levels) {
                fill(cluster, level);
                System.out.println(line(cluster, directory));
            }
            System.out.println("%nOthers used %.0f %% of the machine"
                    .formatted(100 * MachineLoad.read().othersSince(before)));
        }
    }

    /** Sends orders that are refused: the compilers see the path of an order, and none is stored. */
    private static void warmUp(JustHungry cluster) throws Exception {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        long end = System.nanoTime() + WARM_UP.toNanos();
        try {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                var customer = cluster.newClient();
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        customer.refused();
                    }
                    return customer;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void fill(JustHungry cluster, long orders) throws Exception {
        while (cluster.storedOrders() < orders) {
            MeasuredRound.of(cluster, FILLERS, MeasuredRound.RequestMix.ORDERS, FILL);
        }
    }

    private static String line(JustHungry cluster, Path directory) throws Exception {
        long stored = cluster.storedOrders();
        var one = MeasuredRound.of(cluster, 1, MeasuredRound.RequestMix.ORDERS, MEASURED);
        var many = MeasuredRound.of(cluster, CLIENTS, MeasuredRound.RequestMix.ORDERS, MEASURED);
        long primary = Objects.requireNonNull(cluster.processes().get("primary"));
        long memory = residentBytes(primary);
        long heap = liveBytes(primary);
        long disk = bytesIn(directory.resolve("data").resolve(cluster.primary()));
        long restarted = cluster.untilInSync(() -> {
            cluster.cluster().kill(List.of(OTHER));
            cluster.cluster().restart(List.of(OTHER));
        });
        try (var load = new OpenLoad(cluster, CLIENTS, ORDERS_PER_SECOND)) {
            Thread.sleep(MEASURED.toMillis());
            var before = load.take();
            long caughtUp = cluster.untilInSync(() -> cluster.cluster().restartEmpty(OTHER));
            return "| %,d | %.2f | %.0f | %.2f | %.2f | %d | %d | %d | %d | %d | %.1f | %.1f |"
                    .formatted(
                            stored,
                            one.millis(50),
                            many.perSecond(),
                            many.millis(50),
                            many.millis(99),
                            memory >> 20,
                            heap >> 20,
                            disk / cluster.storedOrders(),
                            restarted,
                            caughtUp,
                            p99Millis(before),
                            p99Millis(load.take()));
        }
    }

    private static double p99Millis(List<OpenLoad.AnsweredOrder> answers) {
        var latencies = new Histogram(3);
        answers.forEach(answer -> latencies.recordValue(answer.latency().toNanos()));
        return latencies.getValueAtPercentile(99) / 1e6;
    }

    private static long residentBytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    /** The bytes in use on the heap after a garbage collection: the sum of the histogram of its classes. */
    private static long liveBytes(long pid) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram").start();
        try (var lines = process.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.split(" +", -1)[2]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long bytesIn(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".so"))
                    .mapToLong(GrowthBenchmark::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0; // RocksDB deletes files whenever it wants to.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
