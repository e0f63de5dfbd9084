package justhungry.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.benchmarks.measure.AlternatingRounds;
import justhungry.benchmarks.measure.ComparedRounds;
import justhungry.benchmarks.measure.MeasuredRound;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import justhungry.cluster.process.DirectoryTree;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.RoleLauncher;
import justhungry.platform.process.ExitCode;
import justhungry.platform.rmi.RmiProcess;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The program that runs one benchmark; {@code docs/performance.md} lists them. */
public final class Main {
    private static final Set<String> OPTIONS =
            Set.of("clients", "load", "keeping", "rounds", "seconds", "warm", "picture", "orders", "times", "of");

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
            case "peers" -> new PeerComparison(clients(options, "1,16,64"), alternatingRounds(options)).run(directory);
            case "failover" -> new FailoverBenchmark(times(options)).run(directory);
            case "micro" ->
                new Runner(new OptionsBuilder()
                                .include(StepBenchmark.class.getName())
                                .addProfiler(GCProfiler.class) // The bytes that a step allocates.
                                .build())
                        .run();
            case "growth" -> new GrowthBenchmark(levels(options)).run(directory);
            case "first-minute" ->
                new FirstMinute(number("times", options.getOrDefault("times", "5")), roles(options)).run(directory);
            case "cold-start" -> new ColdStart(ColdStart.home(), times(options)).run(directory);
            default ->
                throw new IllegalArgumentException(
                        "unknown benchmark '%s': choose micro, end-to-end, peers, lock, growth, failover, first-minute or cold-start"
                                .formatted(benchmark));
        }
    }

    private static RoleLauncher roles(Map<String, String> options) {
        var of = options.getOrDefault("of", "demo");
        return switch (of) {
            case "demo" -> InstalledJars.find().forShortLife();
            case "up" -> InstalledJars.find();
            default -> throw new IllegalArgumentException("of=%s: choose demo or up".formatted(of));
        };
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
            measured.addAll(new EndToEnd(clients(options, "1,16,64,256"), mixes, alternatingRounds(options))
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
            new LockOrQueue(clients(options, "1,16,64,256"), alternatingRounds(options))
                    .run(Files.createDirectory(directory.resolve(keeping.name())), keeping);
        }
    }

    private static List<Integer> clients(Map<String, String> options, String usual) {
        return Stream.of(options.getOrDefault("clients", usual).split(",", -1))
                .map(word -> number("clients", word))
                .toList();
    }

    private static AlternatingRounds alternatingRounds(Map<String, String> options) {
        return new AlternatingRounds(
                seconds(options, "warm", "60"),
                number("rounds", options.getOrDefault("rounds", "5")),
                seconds(options, "seconds", "2"));
    }

    private static Duration seconds(Map<String, String> options, String name, String usual) {
        return Duration.ofSeconds(number(name, options.getOrDefault(name, usual)));
    }

    private static List<Long> levels(Map<String, String> options) {
        return Stream.of(
                        options.getOrDefault("orders", "0,10000,100000,1000000").split(",", -1))
                .map(word -> (long) number("orders", word))
                .toList();
    }

    private static int number(String option, String word) {
        try {
            return Integer.parseUnsignedInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a whole number, not '%s'".formatted(option, word), e);
        }
    }

    private static int times(Map<String, String> options) {
        return number("times", options.getOrDefault("times", "30"));
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
                .peek(option -> {
                    if (!OPTIONS.contains(option[0])) {
                        throw new IllegalArgumentException(
                                "unknown option '%s': see docs/performance.md".formatted(option[0]));
                    }
                })
                .collect(Collectors.toMap(option -> option[0], option -> option[1]));
    }
}
