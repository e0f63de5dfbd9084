package justhungry.simulation;

import org.junit.jupiter.api.Test;

/** Seeded runs of a whole simulated cluster; {@link Seeds} tells which. */
class SimulationIT {
    @Test
    void whateverStrikes_nothingAcknowledgedIsLost_andAllGoOn() {
        var seeds = Seeds.fromProperties();
        var failure = seeds.hunt();
        System.out.println(seeds.figures());
        failure.ifPresent(seeds::report);
    }
}
