package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.rmi.RemoteException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpCallsTest {
    @Test
    void eachCallerCountsItsCallsFromOne() throws Exception {
        var callers = new AtomicInteger();
        Set<Integer> first = Collections.synchronizedSet(new HashSet<>());

        WarmUpCalls.make(() -> {
            int caller = callers.incrementAndGet();
            return number -> {
                if (number == 1) {
                    first.add(caller);
                }
            };
        });

        assertThat(first).hasSize(callers.get()).isNotEmpty();
    }

    @Test
    void aCallThatFailsEndsTheWarmUp() {
        var refused = new RemoteException("refused");

        assertThatThrownBy(() -> WarmUpCalls.make(() -> number -> {
                    throw refused;
                }))
                .isInstanceOf(ExecutionException.class)
                .hasCause(refused);
    }
}
