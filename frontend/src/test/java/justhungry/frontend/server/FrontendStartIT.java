package justhungry.frontend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.rmi.AlreadyBoundException;
import java.time.Duration;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.testing.GarbageCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The start of a front end before, or beside, the processes that it needs. */
@Timeout(300)
class FrontendStartIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private FrontendTestCluster cluster;

    @BeforeEach
    void start() throws IOException, AlreadyBoundException {
        cluster = new FrontendTestCluster();
    }

    @AfterEach
    void end() throws IOException {
        cluster.close();
    }

    @Test
    void whenTheNameServerIsNotThereAfterAllTrials_thenItSaysWhatToStart() throws Exception {
        cluster.nameServer.stop();

        assertThatThrownBy(() -> cluster.frontend("frontend1"))
                .isInstanceOfSatisfying(
                        CannotStartException.class,
                        e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
                .hasMessageContaining("no name server answers at %s after 5 attempts", cluster.nameServer.address())
                .hasMessageContaining("--nameserver");

        cluster.nameServer.start();
    }

    @Test
    void whenAKilledFrontEndOfTheSameNameStillHasItsLease_thenItWaitsForTheLeaseToEnd() throws Exception {
        cluster.nameServer.refuse(2);

        cluster.frontend("frontend1");

        assertThat(cluster.nameServer.frontends()).hasSize(1);
    }

    @Test
    void whenAKilledFrontEndOfTheSameNameStillHasItsLease_thenTheNextTakesTheNameOver() throws Exception {
        cluster.frontend("frontend1");
        var killed = cluster.nameServer.frontends().values().iterator().next();
        cluster.endFrontends();
        await().atMost(TIMEOUT).until(() -> cluster.nameServer.hasLeft(killed));
        cluster.nameServer.add(killed); // As if it had not left.

        cluster.frontend("frontend1");

        assertThat(cluster.nameServer.frontends().values())
                .singleElement()
                .satisfies(holder -> assertThat(holder.process()).isNotEqualTo(killed.process()));
    }

    @Test
    void whenAFrontEndOfTheSameNameAnswers_thenItKeepsTheName() throws Exception {
        cluster.frontend("frontend1");

        assertThatThrownBy(() -> cluster.frontend("frontend1"))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("another living process has the name");
    }

    @Test
    void whenALivingFrontEndHasTheName_thenItSaysSo() {
        cluster.nameServer.refuse(Integer.MAX_VALUE);

        assertThatThrownBy(() -> cluster.frontend("frontend1"))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("another living process has the name");
    }

    /** Trap E5. No stub is unmarshalled before: a process that has one keeps the object alive. */
    @Test
    void whenTheCollectorHasRun_thenAFrontEndThatHasStartedCanStillBeCalled() throws Exception {
        cluster.frontend("frontend1");
        var registration = cluster.nameServer.frontends().values().iterator().next();

        GarbageCollection.run();

        assertThat(registration.frontend().get().status().name()).isEqualTo(registration.name());
    }

    @Test
    void whenItEnds_thenItLeavesTheDirectoryBeforeItsLeaseDoes() throws Exception {
        cluster.frontend("frontend1");
        var registration = cluster.nameServer.frontends().values().iterator().next();

        cluster.endFrontends();

        await("it leaves: no lease ends here by itself")
                .atMost(TIMEOUT)
                .until(() -> cluster.nameServer.hasLeft(registration));
        await("no renewal, which is due twice a second, brings it back")
                .atMost(TIMEOUT)
                .during(Duration.ofSeconds(1))
                .until(() -> cluster.nameServer.frontends().isEmpty());
    }
}
