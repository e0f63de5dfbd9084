package justhungry.frontend.server;

import static org.assertj.core.api.Assertions.assertThat;

import justhungry.platform.rmi.RmiProcess;
import org.junit.jupiter.api.Test;

class FrontendWarmUpTest {
    @Test
    void ordersGoThroughAFrontEndToAPrimary() throws Exception {
        assertThat(FrontendWarmUp.run(RmiProcess.LOOPBACK)).isPositive();
    }
}
