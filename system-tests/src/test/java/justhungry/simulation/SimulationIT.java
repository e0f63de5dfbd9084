package justhungry.simulation;

import org.junit.jupiter.api.Test;

/** Seeded runs of a whole simulated cluster; {@link SeedRunner} tells which. */
class SimulationIT {
    @Test
    void whateverFails_nothingAcknowledgedIsLost_andTheClusterRecovers() {
        var seeds = SeedRunner.fromProperties();
        var failure = seeds.hunt();
        System.out.println(seeds.figures());
        failure.ifPresent(seeds::report);
    }
}
