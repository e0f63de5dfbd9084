package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;

import justhungry.platform.rmi.RmiProcess;
import org.junit.jupiter.api.Test;

class BackendWarmUpTest {
    @Test
    void ordersAreDecidedByOneBackEnd_andAppliedByTheOther() throws Exception {
        assertThat(BackendWarmUp.run(RmiProcess.LOOPBACK)).isPositive();
    }
}
