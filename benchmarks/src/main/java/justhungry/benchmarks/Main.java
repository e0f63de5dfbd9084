package justhungry.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import justhungry.cluster.process.DirectoryTree;
import justhungry.platform.process.ExitCode;
import justhungry.platform.rmi.RmiProcess;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The program that runs one benchmark; {@code docs/performance.md} lists them. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        // The clients of both systems live in this process, so the product's filter, which admits only its own, is not
        // set.
        System.setProperty("java.rmi.server.hostname", RmiProcess.LOOPBACK);
        var directory = Files.createTempDirectory("just-hungry-benchmark");
        try {
            run(args.length == 0 ? "" : args[0], options(args), directory);
        } catch (IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(ExitCode.USAGE.code());
        } finally {
            DirectoryTree.delete(directory);
        }
        System.exit(0); // RMI's threads would keep running.
    }

    private static void run(String benchmark, Map<String, String> options, Path directory) throws Exception {
        switch (benchmark) {
            case "end-to-end" -> endToEnd(options, directory);
            case "lock" -> lock(options, directory);
            case "failover" -> new FailoverBenchmark(times(options)).run(directory);
            case "micro" ->
                new Runner(new OptionsBuilder()
                                .include(StepBenchmark.class.getName())
                                .build())
                        .run();
            case "growth" -> new GrowthBenchmark(levels(options)).run(directory);
            case "cold-start" -> new ColdStart(ColdStart.home(), times(options)).run(directory);
            default ->
                throw new IllegalArgumentException(
                        "unknown benchmark '%s': choose micro, end-to-end, lock, growth, failover or cold-start"
                                .formatted(benchmark));
        }
    }

    private static void endToEnd(Map<String, String> options, Path directory) throws Exception {
        var mixes = Stream.of(options.getOrDefault("load", "updates,reads,mix").split(",", -1))
                .map(MeasuredRound.RequestMix::named)
                .toList();
        var picture = Optional.ofNullable(options.get("picture")).map(Path::of);
        if (picture.isPresent()) { // A file that cannot be written fails now, not after all measurements.
            Files.writeString(picture.get(), "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        var measured = new ArrayList<ComparedRounds>();
        for (var keeping : keepings(options.getOrDefault("keeping", "both"))) {
            measured.addAll(new EndToEnd(clients(options), mixes, alternatingRounds(options))
                    .run(Files.createDirectory(directory.resolve(keeping.name())), keeping));
        }
        if (picture.isPresent()) {
            var chart = new ThroughputChart(
                    "Orders and reads per second, and their ratio to the bare chain's", "ours", "bare chain", measured);
            Files.writeString(picture.get(), chart.svg());
        }
    }

    private static void lock(Map<String, String> options, Path directory) throws Exception {
        for (var keeping : keepings(options.getOrDefault("keeping", "disk"))) {
            new LockOrQueue(clients(options), alternatingRounds(options))
                    .run(Files.createDirectory(directory.resolve(keeping.name())), keeping);
        }
    }

    private static List<Integer> clients(Map<String, String> options) {
        return Stream.of(options.getOrDefault("clients", "1,16,64,256").split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    private static AlternatingRounds alternatingRounds(Map<String, String> options) {
        return new AlternatingRounds(
                Integer.parseInt(options.getOrDefault("rounds", "3")),
                Duration.ofSeconds(Long.parseLong(options.getOrDefault("seconds", "4"))));
    }

    private static List<Long> levels(Map<String, String> options) {
        return Stream.of(
                        options.getOrDefault("orders", "0,10000,100000,1000000").split(",", -1))
                .map(Long::valueOf)
                .toList();
    }

    private static int times(Map<String, String> options) {
        return Integer.parseInt(options.getOrDefault("times", "30"));
    }

    private static List<StorageMode> keepings(String word) {
        return switch (word) {
            case "disk" -> List.of(StorageMode.ON_DISK);
            case "memory" -> List.of(StorageMode.IN_MEMORY);
            default -> List.of(StorageMode.values());
        };
    }

    /** The options after the benchmark's name, as {@code rounds=3}. */
    private static Map<String, String> options(String[] args) {
        return Stream.of(args)
                .skip(1)
                .peek(option -> {
                    if (!option.contains("=")) {
                        throw new IllegalArgumentException(
                                "not an option: '%s'; write it like rounds=3".formatted(option));
                    }
                })
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(option -> option[0], option -> option[1]));
    }
}
