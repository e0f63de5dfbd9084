package justhungry.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import justhungry.benchmarks.measure.MachineFigures;
import justhungry.benchmarks.measure.MachineLoad;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import org.HdrHistogram.Histogram;

/** The time from a command to its first prompt, and from a process's start to its ready line. */
final class ColdStart {
    /** The sequence with which the line editor begins to read: it asks the terminal to mark pasted text. */
    private static final String PROMPT = "[?2004h";

    private final Path home;
    private final int times;

    /**
     * Makes the benchmark.
     *
     * @param home the project's home
     * @param times the number of starts of each
     */
    ColdStart(Path home, int times) {
        this.home = home;
        this.times = times;
    }

    void run(Path directory) throws Exception {
        System.out.println("%n%s".formatted(MachineFigures.measured(directory)));
        var before = MachineLoad.read();
        var starts = new LinkedHashMap<String, Histogram>();
        for (int i = 0; i < times; i++) {
            record(starts, "demo, until its prompt", prompt(List.of("demo")));
        }
        try (var cluster = JustHungry.start(directory, StorageMode.ON_DISK)) {
            for (int i = 0; i < times; i++) {
                for (var name : List.of("nameserver", "server1", "frontend1")) {
                    record(starts, name + ", until its ready line", restart(cluster, name));
                    cluster.awaitAllInSync();
                }
                record(
                        starts,
                        "order, until its prompt",
                        prompt(List.of(
                                "order", "--nameserver", cluster.cluster().nameserver())));
            }
        }
        System.out.println("%n%d times each; milliseconds; others used %.0f %% of the machine%n"
                .formatted(times, 100 * MachineLoad.read().othersSince(before)));
        System.out.println("| start | p50 | p90 | max |%n|---|---|---|---|".formatted());
        starts.forEach((what, micros) -> System.out.println("| %s | %.0f | %.0f | %.0f |"
                .formatted(
                        what,
                        micros.getValueAtPercentile(50) / 1e3,
                        micros.getValueAtPercentile(90) / 1e3,
                        micros.getMaxValue() / 1e3)));
    }

    private static void record(Map<String, Histogram> starts, String what, long nanos) {
        starts.computeIfAbsent(what, any -> new Histogram(3)).recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    private static long restart(JustHungry cluster, String name) {
        cluster.cluster().kill(List.of(name));
        long start = System.nanoTime();
        cluster.cluster().restart(List.of(name));
        return System.nanoTime() - start;
    }

    /** Runs a command on a terminal of its own, which {@code script} makes, until it asks for the first choice. */
    private long prompt(List<String> command) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(home.resolve("just-hungry").toString()));
        line.addAll(command);
        var builder =
                new ProcessBuilder("script", "-qec", String.join(" ", line), "/dev/null").redirectErrorStream(true);
        long start = System.nanoTime();
        var process = builder.start();
        try (var keys = process.getOutputStream();
                var screen = process.getInputStream()) {
            var seen = new StringBuilder();
            var bytes = new byte[4_096];
            while (!seen.toString().contains(PROMPT)) {
                int count = screen.read(bytes);
                if (count < 0) {
                    throw new IllegalStateException("%s ended before its prompt:%n%s".formatted(command, seen));
                }
                seen.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
            }
            long nanos = System.nanoTime() - start;
            keys.write("4\r".getBytes(StandardCharsets.US_ASCII));
            keys.flush();
            screen.readAllBytes();
            process.waitFor();
            return nanos;
        }
    }

    /** The project's home as {@code benchmarks/run} passes it. */
    static Path home() {
        var home = Path.of(System.getProperty("justhungry.home", "."));
        if (!Files.isExecutable(home.resolve("just-hungry"))) {
            throw new IllegalStateException("the project's home is not known: run this with benchmarks/run");
        }
        return home;
    }
}
