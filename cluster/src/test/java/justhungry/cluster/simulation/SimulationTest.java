package justhungry.cluster.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded runs of a whole simulated cluster. {@code -Dseed=N} repeats one, {@code -Dseeds=N} runs so many. */
class SimulationTest {
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverStrikes_nothingAcknowledgedIsLost_andAllGoOn(long seed) {
        var cluster = new SimulatedCluster(seed);
        try {
            cluster.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed %d failed (repeat it with -Dseed=%d): %s%n%s"
                            .formatted(seed, seed, e.getMessage(), String.join("\n", cluster.story())),
                    e);
        }
    }

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.range(0, Long.getLong("seeds", 200));
    }
}
