package justhungry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleShrinkerTest {
    private final List<PlannedFault> schedule = SimulatedCluster.schedule(1);

    @Test
    void whatIsNotNeededForTheFailureIsLeftOut() {
        var culprits = List.of(schedule.get(1), schedule.get(schedule.size() - 2));

        assertThat(new ScheduleShrinker(plannedFaults -> plannedFaults.containsAll(culprits)).shrink(schedule))
                .isEqualTo(culprits);
    }

    @Test
    void whatFailsWithoutAnyFaultIsShrunkToNone() {
        assertThat(new ScheduleShrinker(plannedFaults -> true).shrink(schedule)).isEmpty();
    }
}
