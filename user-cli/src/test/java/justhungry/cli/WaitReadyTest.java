package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.rmi.MarshalledObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.FrontendStatus;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestTrace;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.cli.command.CommandContext;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cli.fake.FakeWholeCluster;
import justhungry.client.FakeFrontendLocator;
import justhungry.client.RetryPolicy;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ClusterStatus;
import justhungry.cluster.status.ProcessReachability;
import justhungry.coordination.NameServerAddress;
import justhungry.fixtures.FakeNameServer;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.ProgramOutput;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code wait-ready} while the cluster in the background comes, goes, or is silent. */
class WaitReadyTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private record Ended(ExitCode exitCode, String message) {}

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @Test
    void aClusterThatIsStartedMeanwhileAtAnotherAddressIsFollowed() throws Exception {
        try (var first = new FakeNameServer();
                var started = new FakeWholeCluster()) {
            describe(first.address());
            var limit = DEADLINE.multipliedBy(2).plusSeconds(10);
            var waiting = new FutureTask<>(() -> run("wait-ready", "--timeout", Long.toString(limit.toSeconds())));
            var thread = new Thread(waiting, "wait-ready");
            thread.setDaemon(true);
            thread.start();
            try {
                await().atMost(DEADLINE).until(() -> first.questions() > 0);
                assertThat(waiting).as("there are no back ends yet").isNotDone();

                describe(started.address());

                var ended = waiting.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
                assertThat(ended.exitCode()).isEqualTo(ExitCode.OK);
                assertThat(ended.message().lines())
                        .satisfiesExactly(
                                whyItWaits -> assertThat(whyItWaits).isNotBlank(),
                                howLong -> assertThat(howLong).isEqualTo("Waiting for at most 130 s…"),
                                end -> assertThat(end).isEqualTo("Orders are taken: server1 leads, two in sync"));
            } finally {
                thread.interrupt();
            }
        }
    }

    @Test
    void aLookIsNoLongerThanTheTimeThatIsLeft_andWithoutAnyItIsShort() throws Exception {
        var silent = new SilentFrontend(new CountDownLatch(1));
        try (var nameServer = new FakeNameServer();
                ExportedObject<Frontend> frontend =
                        ExportedObject.export(silent, RmiProcess.LOOPBACK, 0, new Lane("frontend1", "orders"))) {
            nameServer.add(
                    new FrontendRegistration("frontend1", UUID.randomUUID(), new MarshalledObject<>(frontend.stub())));
            describe(nameServer.address());

            // Again, because a busy machine may be late with any of them, and the first loads classes.
            await().atMost(DEADLINE).pollInSameThread().untilAsserted(() -> {
                var patient = timeOf("wait-ready", "--timeout", "5");
                assertThat(timeOf("wait-ready", "--timeout", "1")).isLessThan(patient.minusSeconds(1));
                assertThat(timeOf("wait-ready", "--timeout", "0")).isLessThan(patient.minusSeconds(1));
            });
        } finally {
            silent.end().countDown();
        }
    }

    @Test
    void whenTheNameServerFallsSilent_thenTheOthersAreStillAskedInTime() throws Exception {
        var end = new CompletableFuture<Void>();
        try (var cluster = new FakeWholeCluster();
                var probe = new ClusterProbe(cluster.address())) {
            await().atMost(DEADLINE)
                    .pollInSameThread()
                    .until(() -> shortLook(probe).takesOrders());

            cluster.silenceNameServer(end);

            // On a busy machine an answer may come late.
            await().atMost(DEADLINE).pollInSameThread().untilAsserted(() -> {
                var status = shortLook(probe);
                assertThat(status.nameserverReachability()).isEqualTo(ProcessReachability.SILENT);
                assertThat(status.verdict().text()).isEqualTo("Orders are taken: server1 leads, two in sync");
            });
        } finally {
            end.complete(null);
        }
    }

    private static ClusterStatus shortLook(ClusterProbe probe) {
        return probe.fetchWithin(List.of(), Duration.ZERO);
    }

    /** A front end that takes a question for its status and gives no answer until the end of the test. */
    private record SilentFrontend(CountDownLatch end) implements Frontend {
        @Override
        public FrontendStatus status() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("the test is over");
        }

        @Override
        public Reply submit(Envelope request) {
            throw new UnsupportedOperationException("nobody sends it a request");
        }

        @Override
        public RequestTrace submitTraced(Envelope request) {
            throw new UnsupportedOperationException("nobody sends it a request");
        }
    }

    private Duration timeOf(String... words) {
        long start = System.nanoTime();
        assertThat(run(words).exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** As the cluster in the background describes itself to clients: another address takes the place of the first at once. */
    private void describe(NameServerAddress address) throws IOException {
        var file = NameServerAddress.fileOfBackgroundCluster(environment());
        Files.createDirectories(file.getParent());
        var next = Files.writeString(file.resolveSibling("next"), address.toString());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<String, String> environment() {
        return Map.of(
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString());
    }

    private Ended run(String... words) {
        var err = new ByteArrayOutputStream();
        var context = new CommandContext(
                environment(),
                ProgramOutput.to(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> new TerminalCapabilities(true, false, false, false, TerminalCapabilities.Palette.COLOURS),
                (address, background) -> new FakeFrontendLocator(),
                RetryPolicy.DEFAULT,
                role -> List.of());
        return new Ended(new CommandRunner(context).run(List.of(words)), err.toString(StandardCharsets.UTF_8));
    }
}
