package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The test of real processes under load with random faults, whose history of all answers is verified:
 * {@code -Dforce=SECONDS} for longer, {@code -Dseed=N} for the same faults again, if not at the same moments.
 */
class ForceIT {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("force", 60));
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int REQUESTS_PER_SECOND = 200;
    private static final int REQUESTS_PER_ITERATION = 4;
    /** The last answer before a pause may be older than the fault. */
    private static final double JUST_BEFORE_MILLIS = 100;

    private static final Duration TEST_TIMEOUT = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final List<TimedFault> faults = new ArrayList<>();
    private List<ProcessFault> kinds = List.of();

    /** The start of the replay, by the clock of this process. */
    private long replayStart;

    /** The kind of a fault and its target. */
    private enum ProcessFault {
        KILL_BACK_END,
        PAUSE_BACK_END,
        EMPTY_BACK_END,
        KILL_TWO_BACK_ENDS,
        KILL_ALL_BACK_ENDS,
        KILL_NAME_SERVER,
        PAUSE_NAME_SERVER,
        KILL_FRONT_END,
        FULL_DISK,
        SLOW_DISK,
        SLOW_NETWORK;

        /** The kinds that are possible here; some need strace. */
        static List<ProcessFault> possible(boolean withStrace) {
            return List.copyOf(
                    withStrace ? EnumSet.allOf(ProcessFault.class) : EnumSet.range(KILL_BACK_END, KILL_FRONT_END));
        }
    }

    private record TimedFault(ProcessFault kind, long nanos) {}

    @Test
    @Timeout(7_200)
    void whateverFails_theAnswersAreThoseOfOneServer() throws IOException, InterruptedException {
        boolean straces = SystemCallFault.isPossible();
        kinds = ProcessFault.possible(straces);
        System.out.printf(
                "force: %d s, -Dseed=%d%s%n",
                LENGTH.toSeconds(),
                SEED,
                straces ? "" : ", no slow or full disk and no slow network: strace does not work here");
        var commands = new CommandProcesses(directory);
        try (var cluster = SystemCluster.start(directory, 3, 2)) {
            var replay = commands.start(
                    "",
                    "replay",
                    script().toString(),
                    "--verify",
                    "--rate",
                    REQUESTS_PER_SECOND + "/s",
                    "--nameserver",
                    cluster.nameserver());
            await().atMost(TEST_TIMEOUT)
                    .until(() -> Files.readString(replay.out()).contains("\n"));
            long began = System.nanoTime();
            replayStart = began - (long) (1e6 * lastAnswerMillis(replay.out()));
            while (System.nanoTime() - began < LENGTH.toNanos() && goesOn(replay)) {
                injectFault(cluster, replay.process());
                cluster.awaitAllInitialized();
            }
            var said = replay.awaitEnd(LENGTH.plus(TEST_TIMEOUT).toSeconds());

            System.out.print(said.err());
            reportPauses(said.out());
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.err()).contains("verified: every response");
        }
    }

    /** Whether there is something left to disturb. A replay that failed has found something. */
    private static boolean goesOn(CommandProcesses.RunningCommand replay) {
        if (replay.process().isAlive()) {
            return true;
        }
        assertThat(replay.process().exitValue())
                .as(() -> "the replay ended; it said: " + said(replay))
                .isZero();
        return false;
    }

    private static String said(CommandProcesses.RunningCommand replay) {
        try {
            return Files.readString(replay.err());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void injectFault(SystemCluster cluster, Process replay) throws IOException {
        var kind = kinds.get(random.nextInt(kinds.size()));
        faults.add(new TimedFault(kind, System.nanoTime()));
        var server = "server" + (1 + random.nextInt(3));
        System.out.printf("%s (%s)%n", kind, server);
        switch (kind) {
            case KILL_BACK_END -> kill(cluster, server);
            case PAUSE_BACK_END -> pause(cluster, server);
            case EMPTY_BACK_END -> cluster.restartEmpty(server);
            case KILL_TWO_BACK_ENDS -> kill(cluster, "primary", "replica");
            case KILL_ALL_BACK_ENDS -> kill(cluster, "server1", "server2", "server3");
            case KILL_NAME_SERVER -> kill(cluster, "nameserver");
            case PAUSE_NAME_SERVER -> pause(cluster, "nameserver");
            case KILL_FRONT_END -> kill(cluster, "frontend" + (1 + random.nextInt(2)));
            case FULL_DISK -> {
                // The back end has to end by itself, unless the replay has ended and nothing more is written.
                withFault(
                        SystemCallFault.fullDisk(cluster.pid(server)),
                        () -> cluster.awaitEnd(server, () -> !replay.isAlive()));
                cluster.restart(List.of(server));
            }
            case SLOW_DISK -> withFault(SystemCallFault.slowDisk(cluster.pid(server)), this::waitALittle);
            case SLOW_NETWORK -> withFault(SystemCallFault.slowNetwork(cluster.pid(server)), this::waitALittle);
        }
    }

    private static void withFault(SystemCallFault hindrance, Runnable meanwhile) {
        try (hindrance) {
            meanwhile.run();
        }
    }

    /** Each target is resolved while the one before is dead, because {@code primary} may be another one by then. */
    private void kill(SystemCluster cluster, String... targets) {
        var killed = new ArrayList<String>();
        for (var target : targets) {
            killed.addAll(cluster.kill(target));
        }
        waitALittle();
        cluster.restart(killed);
    }

    private void pause(SystemCluster cluster, String target) {
        var paused = cluster.pause(target);
        waitALittle();
        cluster.resume(paused);
    }

    /** A random duration of a fault. */
    private void waitALittle() {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(4_000)).toNanos());
    }

    /** The longest time without any answer, by the kind of the last fault before it began. */
    private void reportPauses(String results) {
        Map<ProcessFault, Double> longest = new EnumMap<>(ProcessFault.class);
        var answers = answerMillis(results);
        for (int i = 1; i < answers.length; i++) {
            double pause = answers[i] - answers[i - 1];
            lastFaultBefore(answers[i - 1] + JUST_BEFORE_MILLIS)
                    .ifPresent(blow -> longest.merge(blow.kind(), pause, Math::max));
        }
        longest.forEach((kind, millis) -> System.out.printf(
                "%s: %d times, longest time without an answer %.0f ms%n",
                kind, faults.stream().filter(blow -> blow.kind() == kind).count(), millis));
    }

    private Optional<TimedFault> lastFaultBefore(double millis) {
        return faults.stream()
                .filter(blow -> (blow.nanos() - replayStart) / 1e6 <= millis)
                .reduce((earlier, later) -> later);
    }

    /** The time of the newest answer so far, about now, in milliseconds since the start of the replay. */
    private static double lastAnswerMillis(Path results) throws IOException {
        var written = Files.readString(results);
        var answers = answerMillis(written.substring(0, written.lastIndexOf('\n')));
        return answers[answers.length - 1];
    }

    /** The times of all answers, in milliseconds since the start of the replay, in order. */
    private static double[] answerMillis(String results) {
        return results.lines()
                .mapToDouble(line ->
                        JsonParser.parseString(line).getAsJsonObject().get("at").getAsDouble())
                .sorted()
                .toArray();
    }

    private Path script() throws IOException {
        long iterations = REQUESTS_PER_SECOND / REQUESTS_PER_ITERATION * (LENGTH.toSeconds() + 20);
        return Files.writeString(directory.resolve("force.jsonl"), """
                {"jh":1,"name":"force","clients":16}
                {"op":"USER_DETAILS","user":"ada","args":{"firstName":"Ada","lastName":"Lovelace","phone":"02079","postcode":"DH1 3LE","address":"1 Palace Green"}}
                {"repeat":%d,"of":[{"op":"PLACE_ORDER","user":"ada","args":{"items":{"%s":1},"delivery":"NEXT_DAY"},"capture":{"order":"/order"}},{"op":"PRODUCT_LIST","user":"ben"},{"op":"CANCEL","user":"ada","args":{"order":"${order}"}},{"op":"VIEW_ACTIVE","user":"ada","args":{"limit":5}}]}
                """.formatted(iterations, OrderingClient.PRODUCT));
    }
}
