package justhungry.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * A round of measurement, in which clients send one request after another for some seconds: in one turn, or in several.
 *
 * @param seconds that were measured
 * @param latencies of the requests, in nanoseconds
 * @param uses what each process used, by its name
 * @param bytes that went over the loopback interface, there and back, with the heads of the packets
 * @param entries that were stored
 */
public record MeasuredRound(
        double seconds, Histogram latencies, Map<String, ProcessUse> uses, long bytes, long entries) {
    private static final Duration WARM_UP = Duration.ofMillis(700);
    private static final int DIGITS = 3;

    /** The mix of requests that the clients send. */
    public enum RequestMix {
        ORDERS("updates", 100),
        READS("reads", 0),
        NINE_READS_TO_AN_ORDER("mix", 10);

        private final String word;
        private final int updatesOfHundred;

        RequestMix(String word, int updatesOfHundred) {
            this.word = word;
            this.updatesOfHundred = updatesOfHundred;
        }

        public static RequestMix named(String word) {
            return Stream.of(values())
                    .filter(mix -> mix.word.equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("the load must be updates, reads or mix, not " + word));
        }
    }

    public static MeasuredRound of(BenchmarkSubject subject, int clients, RequestMix mix, Duration time)
            throws Exception {
        var phase = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var running = new ArrayList<Future<Histogram>>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(customer(subject.newClient(), mix, phase, i)));
            }
            Thread.sleep(WARM_UP.toMillis());
            var before = RoundReadings.read(subject);
            phase.set(1);
            Thread.sleep(time.toMillis());
            phase.set(2);
            var after = RoundReadings.read(subject);
            return after.since(before, merged(running));
        } finally {
            threads.shutdownNow();
        }
    }

    /** This turn and another one of the same subject, as one round. */
    public MeasuredRound plus(MeasuredRound other) {
        var all = latencies.copy();
        all.add(other.latencies);
        var used = new LinkedHashMap<>(uses);
        other.uses.forEach((name, use) -> used.merge(name, use, ProcessUse::plus));
        return new MeasuredRound(seconds + other.seconds, all, used, bytes + other.bytes, entries + other.entries);
    }

    public double perSecond() {
        return latencies.getTotalCount() / seconds;
    }

    /** The number of answered requests, at least 1, as a divisor. */
    public long count() {
        return Math.max(1, latencies.getTotalCount());
    }

    /** The latency at a percentile, in milliseconds. */
    public double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** What each process used for a request, as {@code primary 52.1, replica 30.0}. */
    public String use(ToDoubleFunction<ProcessUse> figure) {
        return uses.entrySet().stream()
                .map(process -> String.format(
                        Locale.ROOT, "%s %.1f", process.getKey(), figure.applyAsDouble(process.getValue()) / count()))
                .collect(Collectors.joining(", "));
    }

    private static Callable<Histogram> customer(
            BenchmarkSubject.SubjectClient client, RequestMix mix, AtomicInteger phase, int number) {
        return () -> {
            var latencies = new Histogram(DIGITS);
            try (client) {
                for (int sent = number * 37; phase.get() < 2; sent++) {
                    boolean counts = phase.get() == 1;
                    long start = System.nanoTime();
                    if (sent % 100 < mix.updatesOfHundred) {
                        client.update();
                    } else {
                        client.read();
                    }
                    if (counts) {
                        latencies.recordValue(System.nanoTime() - start);
                    }
                }
            }
            return latencies;
        };
    }

    private static Histogram merged(List<Future<Histogram>> running) throws Exception {
        var all = new Histogram(DIGITS);
        for (var each : running) {
            all.add(each.get(1, TimeUnit.MINUTES));
        }
        return all;
    }

    /** The readings before and after a turn. */
    private record RoundReadings(long nanos, Map<String, ProcessCounts> counts, long bytes, long entries) {
        static RoundReadings read(BenchmarkSubject subject) throws IOException {
            long entries = subject.storedEntries();
            var counts = new LinkedHashMap<String, ProcessCounts>();
            for (var process : subject.processes().entrySet()) {
                counts.put(process.getKey(), ProcessCounts.read(process.getValue()));
            }
            return new RoundReadings(System.nanoTime(), counts, loopbackBytes(), entries);
        }

        MeasuredRound since(RoundReadings before, Histogram latencies) {
            var uses = new LinkedHashMap<String, ProcessUse>();
            counts.forEach((name, read) -> uses.put(name, read.since(before.counts.getOrDefault(name, read))));
            return new MeasuredRound(
                    (nanos - before.nanos) / 1e9, latencies, uses, bytes - before.bytes, entries - before.entries);
        }

        private static long loopbackBytes() throws IOException {
            return Files.readAllLines(Path.of("/proc/net/dev")).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("lo:"))
                    .mapToLong(line -> Long.parseLong(line.substring(3).strip().split(" +", -1)[0]))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
