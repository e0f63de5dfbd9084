package justhungry.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import justhungry.benchmarks.measure.MeasuredRound.RequestMix;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import org.junit.jupiter.api.Test;

class AlternatingRoundsTest {
    private final Queue<String> turns = new ConcurrentLinkedQueue<>();

    @Test
    void inARoundTheSecondTurnsAreInTheOppositeOrder() throws Exception {
        var rounds = new AlternatingRounds(Duration.ZERO, 3, Duration.ofMillis(5));
        var compared = rounds.compare(
                List.of(new FakeSubject("one"), new FakeSubject("other")), RequestMix.ORDERS, StorageMode.ON_DISK, 1);
        assertThat(turns)
                .startsWith("one", "other", "other", "one", "one", "other", "other", "one")
                .hasSize(12);
        assertThat(compared.rounds())
                .hasSize(3)
                .allSatisfy(round -> assertThat(round)
                        .hasSize(2)
                        .allSatisfy(measured ->
                                assertThat(measured.latencies().getTotalCount()).isPositive()));
    }

    /** A subject whose turns are noted. */
    private final class FakeSubject implements BenchmarkSubject {
        private final String name;

        FakeSubject(String name) {
            this.name = name;
        }

        @Override
        public SubjectClient newClient() {
            turns.add(name);
            return new SubjectClient() {
                @Override
                public void update() throws InterruptedException {
                    Thread.sleep(1);
                }

                @Override
                public void read() {}
            };
        }

        @Override
        public Map<String, Long> processes() {
            return Map.of("this one", ProcessHandle.current().pid());
        }

        @Override
        public long storedEntries() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
