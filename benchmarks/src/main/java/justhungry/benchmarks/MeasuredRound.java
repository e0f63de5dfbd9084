package justhungry.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * A round of measurement, in which clients send one request after another for some seconds.
 *
 * @param seconds that were measured
 * @param latencies of the requests, in nanoseconds
 * @param cpuMicros that each process used
 * @param bytes that went over the loopback interface, there and back, with the heads of the packets
 * @param entries that were stored
 */
record MeasuredRound(double seconds, Histogram latencies, Map<String, Long> cpuMicros, long bytes, long entries) {
    private static final Duration WARM_UP = Duration.ofMillis(700);
    private static final long MICROS_PER_TICK = 10_000;
    private static final int DIGITS = 3;

    /** The mix of requests that the clients send. */
    enum RequestMix {
        ORDERS("updates", 100),
        READS("reads", 0),
        NINE_READS_TO_AN_ORDER("mix", 10);

        private final String word;
        private final int updatesOfHundred;

        RequestMix(String word, int updatesOfHundred) {
            this.word = word;
            this.updatesOfHundred = updatesOfHundred;
        }

        static RequestMix named(String word) {
            return Stream.of(values())
                    .filter(mix -> mix.word.equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("the load must be updates, reads or mix, not " + word));
        }
    }

    static MeasuredRound of(BenchmarkSubject subject, int clients, RequestMix mix, Duration time) throws Exception {
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

    double perSecond() {
        return latencies.getTotalCount() / seconds;
    }

    /** The number of answered requests, at least 1, as a divisor. */
    long count() {
        return Math.max(1, latencies.getTotalCount());
    }

    /** The latency at a percentile, in milliseconds. */
    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    private static Callable<Histogram> customer(
            BenchmarkSubject.SubjectClient client, RequestMix mix, AtomicInteger phase, int number) {
        return () -> {
            var latencies = new Histogram(DIGITS);
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

    /** The readings before and after a round. */
    private record RoundReadings(long nanos, Map<String, Long> cpuMicros, long bytes, long entries) {
        static RoundReadings read(BenchmarkSubject subject) throws IOException {
            long entries = subject.storedEntries();
            var cpu = new LinkedHashMap<String, Long>();
            for (var process : subject.processes().entrySet()) {
                cpu.put(process.getKey(), cpuMicros(process.getValue()));
            }
            return new RoundReadings(System.nanoTime(), cpu, loopbackBytes(), entries);
        }

        MeasuredRound since(RoundReadings before, Histogram latencies) {
            var used = new LinkedHashMap<String, Long>();
            cpuMicros.forEach((name, micros) -> used.put(name, micros - before.cpuMicros.getOrDefault(name, micros)));
            return new MeasuredRound(
                    (nanos - before.nanos) / 1e9, latencies, used, bytes - before.bytes, entries - before.entries);
        }

        /** User and system time, from the fields 14 and 15 of the process's line. */
        private static long cpuMicros(long pid) throws IOException {
            var line = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
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
