package justhungry.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The runner of the simulation's seeds, on all processors. {@code -Dseeds=N} runs N seeds, from {@code -Dfrom=N};
 * {@code -Dseed=N} repeats one, with {@code -Dfaults=3,7} to leave out all other faults of its schedule.
 */
final class SeedRunner {
    private static final long DEFAULT_SEEDS = 2_000;

    private final long began = System.nanoTime();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final LongStream seeds;

    private SeedRunner(LongStream seeds) {
        this.seeds = seeds;
    }

    static SeedRunner fromProperties() {
        var one = Long.getLong("seed");
        long from = Long.getLong("from", 0);
        return new SeedRunner(
                one != null ? LongStream.of(one) : LongStream.range(from, from + Long.getLong("seeds", DEFAULT_SEEDS)));
    }

    /** Prints the number of seeds until a failure was found, and exits with 1 if there was one: for the mutations. */
    public static void main(String[] args) {
        var hunt = fromProperties();
        var failure = hunt.hunt();
        failure.ifPresent(
                seed -> System.out.println(hunt.run(seed, chosen(seed)).orElseThrow().cause));
        System.out.println(hunt.runs.get());
        System.exit(failure.isPresent() ? 1 : 0);
    }

    /** Any seed that fails. */
    OptionalLong hunt() {
        return seeds.parallel()
                .filter(seed -> run(seed, chosen(seed)).isPresent())
                .findAny();
    }

    /** The amount simulated, and the time it took. */
    String figures() {
        double minutes = Duration.ofNanos(System.nanoTime() - began).toMillis() / 60_000.0;
        double hours = Duration.ofNanos(nanos.get()).toMillis() / 3_600_000.0;
        return "%d seeds in %.1f min: %.1f simulated hours, %d faults, %d requests; a minute covers %.1f hours and %.0f faults"
                .formatted(
                        runs.get(),
                        minutes,
                        hours,
                        faults.get(),
                        requests.get(),
                        hours / minutes,
                        faults.get() / minutes);
    }

    /** Removes the faults that the failure does not need, and throws an error with those that are left. */
    void report(long seed) {
        var shrunk = new ScheduleShrinker(some -> run(seed, some).isPresent()).shrink(chosen(seed));
        var failure = run(seed, shrunk).orElseThrow();
        throw new AssertionError(
                """
                seed %d fails, with %d of its %d faults:
                %s
                Repeat it: mvn -pl system-tests -am test -Dtest=SimulationIT -Dseed=%d -Dfaults=%s
                %s""".formatted(
                                seed,
                                shrunk.size(),
                                SimulatedCluster.schedule(seed).size(),
                                String.join("\n", failure.faults),
                                seed,
                                shrunk.stream()
                                        .map(planned -> Integer.toString(planned.number()))
                                        .collect(Collectors.joining(",")),
                                failure.cause.getMessage()),
                failure.cause);
    }

    private Optional<SeedFailure> run(long seed, List<PlannedFault> schedule) {
        var cluster = new SimulatedCluster(seed, schedule);
        try {
            cluster.run();
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(new SeedFailure(e, List.copyOf(cluster.injectedFaults())));
        } finally {
            runs.incrementAndGet();
            nanos.addAndGet(cluster.simulatedTime().toNanos());
            faults.addAndGet(cluster.injectedFaults().size());
            requests.addAndGet(cluster.operations());
        }
    }

    private static List<PlannedFault> chosen(long seed) {
        var schedule = SimulatedCluster.schedule(seed);
        var numbers = System.getProperty("faults");
        if (numbers == null) {
            return schedule;
        }
        var chosen = Stream.of(numbers.split(",")).toList();
        return schedule.stream()
                .filter(planned -> chosen.contains(Integer.toString(planned.number())))
                .toList();
    }

    private record SeedFailure(Throwable cause, List<String> faults) {}
}
