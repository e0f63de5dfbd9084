package justhungry.cluster.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import justhungry.coordination.NameServerAddress;
import org.junit.jupiter.api.Test;

class ClusterProbeTest {
    /** RMI by itself would wait for at least a minute, or for ever. */
    private static final Duration BELOW_RMIS_OWN_LIMITS = Duration.ofSeconds(40);

    @Test
    void whenTheNameServerIsStopped_thenTheQuestionEndsAllTheSame() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var probe = new ClusterProbe(new NameServerAddress("127.0.0.1", silent.getLocalPort()))) {
            var status = assertTimeoutPreemptively(BELOW_RMIS_OWN_LIMITS, () -> probe.fetchStatus(List.of()));

            assertThat(status.nameserverReachability()).isEqualTo(ProcessReachability.SILENT);
            assertThat(status.view()).isEmpty();
            assertThat(status.takesOrders()).isFalse();
        }
    }

    @Test
    void whoIsSilentIsSaidToBeSlow_andAskedAgain_andIsNotDown() throws IOException {
        var said = new ArrayList<String>();
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var probe = new ClusterProbe(new NameServerAddress("127.0.0.1", silent.getLocalPort()))) {
            var status =
                    assertTimeoutPreemptively(BELOW_RMIS_OWN_LIMITS, () -> probe.fetchPatiently(List.of(), said::add));

            assertThat(status.nameserverReachability()).isEqualTo(ProcessReachability.SILENT);
            assertThat(said).containsExactly("No answer yet from the name server; trying for up to 5 s more…");
        }
    }

    @Test
    void whereNothingListensTheNameServerIsDown_andNobodyWaits() {
        try (var probe = new ClusterProbe(new NameServerAddress("127.0.0.1", 1))) {
            // On a busy machine even a refusal may come late. Whoever waited for it each time would never get here.
            await().atMost(Duration.ofMinutes(1)).pollInSameThread().untilAsserted(() -> assertIsDownAtOnce(probe));
        }
    }

    private static void assertIsDownAtOnce(ClusterProbe probe) {
        var status = probe.fetchPatiently(List.of(), slow -> {
            throw new AssertionError(slow);
        });

        assertThat(status.nameserverReachability()).isEqualTo(ProcessReachability.DOWN);
    }
}
