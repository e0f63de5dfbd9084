package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.replication.BackendStatus;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.cluster.process.ClusterPlan;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.ProcessRole;
import justhungry.coordination.NameServerAddress;
import justhungry.testing.ChildJvm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(3_600)
class FullMemoryIT {
    private static final int CUSTOMERS = 4;
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final ContactDetails LONG_DETAILS =
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "\uD83C\uDF4E".repeat(200));

    @TempDir
    private Path directory;

    @Test
    void whenAClusterInMemoryIsNearlyFull_updatesAreRefused_itSaysSo_readsAreAnswered_andAReplicaCanComeBack()
            throws Exception {
        var heaps = new SmallHeaps(Map.of("server1", 40, "server2", 40, "server3", 40));
        try (var cluster = SystemCluster.start(directory, 3, 1, ClusterPlan.StorageMode.IN_MEMORY, heaps)) {
            var customers = customers(cluster);

            var refused = fillUntilRefused(customers);

            assertThat(refused)
                    .contains("no orders right now: the memory of the primary is nearly full")
                    .contains("MB are in use after a garbage collection");
            var primary = cluster.view().primary().orElseThrow().name();
            assertThat(cluster.log(primary)).containsOnlyOnce("memory is nearly full: ");
            await().atMost(TIMEOUT)
                    .until(() -> shortages(cluster).contains(primary)
                            && !cluster.status().takesOrders());
            long last = settledIndex(cluster);
            awaitAnswer(customers.get(0));
            awaitRefusal(customers.get(0));

            var killed = cluster.kill("replica").get(0);
            cluster.restart(List.of(killed));
            await().atMost(TIMEOUT).until(() -> holdAll(cluster));

            assertThat(settledIndex(cluster)).as("views change no entry").isGreaterThanOrEqualTo(last);
            assertThat(cluster.log(primary)).as("it outlives what it sends").doesNotContain("Terminating due to");
            awaitAnswer(customers.get(0));
        }
    }

    /** It has less memory than the primary, which alone looks at its own before it takes an update. */
    @Test
    void aReplicaThatRunsOutOfMemoryEndsWithALine_andTheOthersGoOn() throws Exception {
        var heaps = new SmallHeaps(Map.of("server3", 24));
        try (var cluster = SystemCluster.start(directory, 3, 1, ClusterPlan.StorageMode.IN_MEMORY, heaps)) {
            if (cluster.view().primary().orElseThrow().name().equals("server3")) {
                cluster.restart(cluster.kill("server3"));
                cluster.awaitAllInitialized();
            }
            var customers = customers(cluster);

            cluster.awaitEnd("server3", () -> {
                customers.parallelStream().forEach(NewCustomer::saveDetailsAsSomebodyElse);
                return false;
            });

            assertThat(cluster.log("server3"))
                    .contains("Terminating due to java.lang.OutOfMemoryError: Java heap space");
            await("the others take updates")
                    .atMost(TIMEOUT)
                    .until(
                            () -> customers.get(0).send(new Request.SaveDetails(LONG_DETAILS)),
                            Reply.Answered.class::isInstance);
        }
    }

    @Test
    void whoeverSwallowsTheError_aRoleThatRunsOutOfMemoryEndsWithExitCode3() throws Exception {
        for (var role : ProcessRole.values()) {
            var command = new ArrayList<>(InstalledJars.find().command(role));
            command.subList(command.indexOf("-jar"), command.size()).clear();
            command.addAll(List.of("-cp", ChildJvm.classPath(), OutOfMemory.class.getName()));

            var process = new ProcessBuilder(command).start();

            assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(3);
            assertThat(text(process.getErrorStream().readAllBytes()))
                    .contains("Terminating due to java.lang.OutOfMemoryError: Java heap space");
            assertThat(text(process.getInputStream().readAllBytes())).isEmpty();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<NewCustomer> customers(SystemCluster cluster) {
        var frontends = new FrontendFinder(NameServerAddress.parse(cluster.nameserver()));
        frontends.refresh();
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(any -> new NewCustomer(frontends))
                .toList();
    }

    /** The message of the refusal. */
    private static String fillUntilRefused(List<NewCustomer> customers) {
        var messages = new HashSet<String>();
        await().atMost(TIMEOUT).pollInterval(Duration.ZERO).until(() -> {
            customers.parallelStream()
                    .map(NewCustomer::saveDetailsAsSomebodyElse)
                    .filter(reply -> cause(reply) == Reply.Cause.MEMORY_FULL)
                    .findAny()
                    .ifPresent(reply -> messages.add(((Reply.NotExecuted) reply).message()));
            return !messages.isEmpty();
        });
        return messages.iterator().next();
    }

    /** Of a read. On a busy machine a primary may be late, or suspected for a while. */
    private static void awaitAnswer(NewCustomer customer) {
        await("a read is answered")
                .atMost(TIMEOUT)
                .until(() -> customer.send(new Request.ListProducts()), Reply.Answered.class::isInstance);
    }

    /** Of an update. A new primary may still have room for some. */
    private static void awaitRefusal(NewCustomer customer) {
        await("an update is refused")
                .atMost(TIMEOUT)
                .until(
                        () -> cause(customer.send(new Request.SaveDetails(LONG_DETAILS))),
                        cause -> cause == Reply.Cause.MEMORY_FULL);
    }

    private static Reply.@Nullable Cause cause(Reply reply) {
        return reply instanceof Reply.NotExecuted refused ? refused.cause() : null;
    }

    private static List<String> shortages(SystemCluster cluster) {
        return cluster.status().backends().stream()
                .filter(backend ->
                        backend.status().map(BackendStatus::memoryShortage).isPresent())
                .map(backend -> backend.name())
                .toList();
    }

    private static boolean holdAll(SystemCluster cluster) {
        var status = cluster.status();
        return status.backends().stream()
                .allMatch(backend -> backend.status().isPresent() && status.initialized(backend));
    }

    /** The last index, when all back ends have the same and have applied it. */
    private static long settledIndex(SystemCluster cluster) {
        return await().atMost(TIMEOUT)
                .until(
                        () -> cluster.status().backends().stream()
                                .map(backend -> backend.status().orElse(null))
                                .map(status -> status == null || status.lastIndex() != status.appliedIndex()
                                        ? -1L
                                        : status.lastIndex())
                                .distinct()
                                .toList(),
                        indexes -> indexes.size() == 1 && indexes.get(0) > 0)
                .get(0);
    }

    /** A customer who is somebody else with each update. Each call is one of several that are under way. */
    private record NewCustomer(FrontendFinder frontends) {
        Reply saveDetailsAsSomebodyElse() {
            Reply reply = send(new Request.SaveDetails(LONG_DETAILS));
            for (int i = 0; i < 50 && reply instanceof Reply.Answered; i++) {
                reply = send(new Request.SaveDetails(LONG_DETAILS));
            }
            return reply;
        }

        Reply send(Request request) {
            var envelope = new Envelope(
                    new RequestId(ClientId.of(UUID.randomUUID()), 1), 0, UserId.of(UUID.randomUUID()), request);
            return OrderingClient.send(frontends.known().get(0), envelope);
        }
    }
}
