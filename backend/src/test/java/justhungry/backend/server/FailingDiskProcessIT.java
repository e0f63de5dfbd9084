package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;
import justhungry.backend.catalogue.CatalogueParser;
import justhungry.backend.node.ThreeNodes;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.InMemoryStore;
import justhungry.backend.storage.rocks.RocksStore;
import justhungry.fixtures.FakeNameServer;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.StraceCommand;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Traps D5 and D6: a back end in its own process, whose disk fails once, and then works again. Skipped where strace
 * is missing or forbidden.
 */
@Timeout(900)
class FailingDiskProcessIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int FAILING_SYNC = 50;
    private static final Request DETAILS = new Request.SaveDetails(
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green"));

    @TempDir
    private Path folder;

    private FakeNameServer names;
    private BackendServer healthy;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void startNameServerAndServer2() throws Exception {
        names = new FakeNameServer();
        healthy = startServer2();
    }

    @AfterEach
    void end() throws IOException {
        healthy.close();
        names.close();
    }

    @ParameterizedTest
    @CsvSource({
        "server1, EIO, Input/output error",
        "server1, ENOSPC, No space left on device",
        "server2, ENOSPC, No space left on device"
    })
    void whenASyncOfServer1Fails_thenItEndsWithTheReason_andAcknowledgesNothingMore(
            String primary, String error, String reason) throws Exception {
        StraceCommand.assumeWorks();
        var output = folder.resolve("output");
        var failing = startServer1(error, output);
        try {
            awaitServer1();
            var servers = List.of(
                    names.registration("server1").member(),
                    names.registration("server2").member());
            names.promote(names.registration(primary).member(), servers);

            long acknowledged = updateWhileAlive(
                    failing, names.registration(primary).backend().get());

            // Every entry has its own sync, in one thread or another.
            assertThat(acknowledged).isGreaterThanOrEqualTo(FAILING_SYNC / 2L);
            assertThat(failing.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends; it said: %s", Files.readString(output))
                    .isTrue();
            assertThat(failing.exitValue()).isEqualTo(3);
            assertThat(Files.readString(output))
                    .contains("the data directory failed. It is unknown whether the last update was written", reason)
                    .doesNotContain("\tat ");
            assertHolds(acknowledged);
        } finally {
            failing.descendants().forEach(ProcessHandle::destroyForcibly);
            failing.destroyForcibly();
        }
    }

    /**
     * Starts it with a disk that fails one numbered sync of each thread: it ends with the first that fails.
     */
    private Process startServer1(String error, Path output) throws IOException {
        return new ProcessBuilder(StraceCommand.injecting(
                        "error=%s:when=%d".formatted(error, FAILING_SYNC),
                        "fdatasync",
                        Main.class,
                        "server1",
                        "--nameserver",
                        names.address().toString(),
                        "--data",
                        folder.resolve("server1").toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private BackendServer startServer2() throws Exception {
        var settings = new BackendSettings(
                "server2", names.address(), RmiProcess.LOOPBACK, Optional.empty(), Optional.empty(), false);
        return BackendServer.start(
                settings, new InMemoryStore("server2"), CatalogueParser.defaultCatalogue(), ReplicationConfig.DEFAULT);
    }

    private void awaitServer1() {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> names.registration("server1").name().equals("server1"));
    }

    /**
     * One update after the other, each until it is acknowledged, until the process has ended, or should have. Returns
     * the last one's revision, which is its entry's index.
     */
    private static long updateWhileAlive(Process process, Backend primary) {
        long acknowledged = 0;
        long began = System.nanoTime();
        for (long sequence = 1; process.isAlive() && System.nanoTime() - began < TIMEOUT.toNanos(); ) {
            if (update(primary, sequence) instanceof Reply.Answered answered) {
                acknowledged = answered.revision();
                sequence++;
            }
        }
        return acknowledged;
    }

    private static Reply update(Backend primary, long sequence) {
        try {
            var envelope = new Envelope(new RequestId(new ClientId(0, 1), sequence), 0, ThreeNodes.ADA, DETAILS);
            return primary.submit(new Batch(List.of(envelope))).replies().get(0);
        } catch (RemoteException e) {
            return new Reply.OutcomeUnknown(e.getClass().getSimpleName());
        }
    }

    /** Allows one entry more, because it is unknown whether the one whose sync failed was written. */
    private void assertHolds(long acknowledged) {
        var opened = RocksStore.open(folder.resolve("server1"), "server1");
        assertThat(opened.warning()).isEmpty();
        try (var store = opened.store()) {
            assertThat(store.log().lastIndex()).isBetween(acknowledged, acknowledged + 1);
        }
    }
}
