package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import justhungry.replay.script.model.RequestRate;
import org.junit.jupiter.api.Test;

class IterationScheduleTest {
    private static final long FIRST = 7_000_000_000L;
    private static final RequestRate RATE = RequestRate.parse("200/s");

    @Test
    void equalSeedsPlanEqualTimes_andOthersDoNot() {
        assertThat(planned(open(42, 100, 3))).isEqualTo(planned(open(42, 100, 3)));
        assertThat(planned(open(42, 100, 3))).isNotEqualTo(planned(open(43, 100, 3)));
    }

    @Test
    void theGroupingIntoIterationsDoesNotChangeTheArrivals() {
        assertThat(planned(open(42, 100, 3))).isEqualTo(planned(open(42, 300, 1)));
    }

    @Test
    void thePlannedTimesDoNotDependOnTheClients() throws Exception {
        var iterations = open(42, 1000, 2);
        var taken = new ArrayList<Long>();
        for (var times : takenByFour(iterations)) {
            taken.addAll(times);
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(planned(open(42, 1000, 2)));
    }

    @Test
    void requestsArriveOneAfterTheOtherFromTheStart_atTheRate() {
        var planned = planned(open(1, 20_000, 1));

        assertThat(planned).isSorted().startsWith(FIRST);
        double mean = (planned.get(planned.size() - 1) - FIRST) / (planned.size() - 1.0);
        assertThat(mean).isCloseTo(RATE.meanIntervalNanos(), within(RATE.meanIntervalNanos() / 20));
    }

    @Test
    void requestsArriveAtRandom_soSomeAreCloseAndSomeFarApart() {
        var planned = planned(open(1, 20_000, 1));
        long close = 0;
        for (int i = 1; i < planned.size(); i++) {
            close += planned.get(i) - planned.get(i - 1) < RATE.meanIntervalNanos() / 10 ? 1 : 0;
        }

        assertThat(close / 20_000.0).as("1 - 1/e^0.1 of a Poisson process").isCloseTo(0.095, within(0.01));
    }

    @Test
    void eachIterationOfAClosedLoopIsTakenOnceAndHasNoPlannedTime() throws Exception {
        var iterations = IterationSchedule.closed(1000, 2);

        int taken = 0;
        for (var times : takenByFour(iterations)) {
            assertThat(times).allMatch(time -> time == -1);
            taken += times.size();
        }
        assertThat(taken).isEqualTo(1000);
        assertThat(iterations.next()).isEmpty();
    }

    private static IterationSchedule open(long seed, int iterations, int requests) {
        return IterationSchedule.open(iterations, requests, RATE, new Random(seed), FIRST);
    }

    private static List<Long> planned(IterationSchedule iterations) {
        var planned = new ArrayList<Long>();
        for (var iteration = iterations.next(); iteration.isPresent(); iteration = iterations.next()) {
            iteration
                    .get()
                    .planned()
                    .ifPresentOrElse(times -> Arrays.stream(times).forEach(planned::add), () -> planned.add(-1L));
        }
        return planned;
    }

    private static List<List<Long>> takenByFour(IterationSchedule iterations) throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Long>> taker = () -> planned(iterations);
            var all = new ArrayList<List<Long>>();
            for (var each : threads.invokeAll(List.of(taker, taker, taker, taker))) {
                all.add(each.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
