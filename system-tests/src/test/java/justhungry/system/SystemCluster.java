package justhungry.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import justhungry.api.cluster.View;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.ClusterPlan;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.OrphanGuard;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.process.ProcessState;
import justhungry.cluster.process.RoleLauncher;
import justhungry.cluster.process.TargetResolver;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ClusterStatus;
import justhungry.cluster.status.StatusTable;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.ReservedPort;
import justhungry.testing.TestRmi;
import org.awaitility.core.ConditionTimeoutException;

/** A cluster of real processes, from the jars as they were built, for one test. It ends with the test. */
final class SystemCluster implements AutoCloseable {
    static final int STOCK = 1_000_000;

    private static final int COLUMNS = 120;
    private static final Duration TEST_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(12);
    private static final Duration THINK_TIME = Duration.ofMillis(10);

    /* RMI is configured once in a process, and all system tests share one. */
    static {
        TestRmi.configure(RmiProcess::configure, CALL_TIMEOUT);
    }

    private final LocalCluster processes;
    private final OrphanGuard guards;
    private final ReservedPort port;
    private final ClusterProbe probe;
    private final TargetResolver targets;

    private SystemCluster(LocalCluster processes, OrphanGuard guards, ReservedPort port) {
        this.processes = processes;
        this.guards = guards;
        this.port = port;
        this.probe = new ClusterProbe(NameServerAddress.parse(processes.nameserver()));
        this.targets = new TargetResolver(processes, () -> status().view());
    }

    /** Starts a cluster, and waits until it takes orders and every back end holds them all. */
    static SystemCluster start(Path directory, int backends, int frontends) throws IOException {
        return start(directory, backends, frontends, ClusterPlan.StorageMode.ON_DISK);
    }

    static SystemCluster start(Path directory, int backends, int frontends, ClusterPlan.StorageMode keeping)
            throws IOException {
        return start(directory, backends, frontends, keeping, InstalledJars.find());
    }

    /** As {@link #start(Path, int, int)}, with other programs. */
    static SystemCluster start(Path directory, int backends, int frontends, RoleLauncher programs) throws IOException {
        return start(directory, backends, frontends, ClusterPlan.StorageMode.ON_DISK, programs);
    }

    /** As {@link #start(Path, int, int)}, with other programs, on disk or in memory. */
    static SystemCluster start(
            Path directory, int backends, int frontends, ClusterPlan.StorageMode keeping, RoleLauncher programs)
            throws IOException {
        var port = new ReservedPort();
        var plan = new ClusterPlan(
                backends,
                frontends,
                port.number(),
                Optional.of(catalogue(directory)),
                List.of("--postcodes", "offline"),
                keeping);
        var guards = new OrphanGuard();
        var processes = LocalCluster.planned(plan, directory, Launcher.guarded(programs, guards));
        var cluster = new SystemCluster(processes, guards, port);
        try {
            processes.start(ready -> {});
            cluster.awaitAllInitialized();
            return cluster;
        } catch (RuntimeException | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    /** Customers who leave the machine time for what the test is about. */
    OrderLoad order(int customers) {
        return order(customers, THINK_TIME);
    }

    OrderLoad order(int customers, Duration thinkTime) {
        return new OrderLoad(NameServerAddress.parse(processes.nameserver()), customers, thinkTime, STOCK);
    }

    String nameserver() {
        return processes.nameserver();
    }

    /** Kills the processes that the word means, and returns their names. */
    List<String> kill(String target) {
        var names = find(target);
        processes.kill(names);
        return names;
    }

    /** Pauses the process that the word means, and returns its name. */
    String pause(String target) {
        var name = find(target).get(0);
        processes.pause(name);
        return name;
    }

    void resume(String name) {
        processes.resume(name);
    }

    long pid(String name) {
        return processes.slots().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .map(ProcessSlot::process)
                .orElseThrow()
                .pid();
    }

    /** All that a process has logged. */
    String log(String name) throws IOException {
        return Files.readString(processes.logs(name).log());
    }

    /** What a process has printed since its last start. */
    String output(String name) throws IOException {
        return Files.readString(processes.logs(name).stdout());
    }

    /** Waits until a process has ended by itself, or has no more reason to. */
    void awaitEnd(String name, BooleanSupplier pointless) {
        await().atMost(TEST_TIMEOUT)
                .until(() -> processes.processState(name) == ProcessState.DEAD || pointless.getAsBoolean());
    }

    void restart(List<String> names) {
        processes.restart(names);
    }

    /** Restarts the process that the word means with an emptied data directory, and returns its name. */
    String restartEmpty(String target) {
        var name = find(target).get(0);
        processes.restartEmpty(name);
        return name;
    }

    ClusterStatus status() {
        return probe.fetchStatus(processes.slots());
    }

    /** The register's view, when it tells it: on a busy machine it may not answer in time. */
    View view() {
        return await().atMost(TEST_TIMEOUT)
                .until(() -> status().view(), Optional::isPresent)
                .orElseThrow();
    }

    /** The register's view when this many are in sync: on a busy machine, one may be suspected for a while. */
    View viewWithAllInSync(int backends) {
        return await().atMost(TEST_TIMEOUT)
                .until(this::view, view -> view.inSync().size() == backends);
    }

    /** Waits until another back end is primary in the register. It need not serve yet. */
    void awaitPrimaryOtherThan(List<String> names) {
        await().atMost(TEST_TIMEOUT)
                .until(() -> view().primary()
                        .filter(primary -> !names.contains(primary.name()))
                        .isPresent());
    }

    /** Waits until orders are taken, and every back end of the cluster holds all of them. */
    void awaitAllInitialized() {
        try {
            await().atMost(TEST_TIMEOUT).until(() -> {
                var status = status();
                return status.takesOrders()
                        && status.backends().stream().allMatch(backend -> holdsAll(status, backend));
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "not every back end is initialized:\n" + String.join("\n", StatusTable.lines(status(), COLUMNS)),
                    e);
        }
    }

    @Override
    public void close() {
        probe.close();
        guards.killAll();
        try {
            port.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whom the word means, as soon as there is somebody: no primary may be known for a moment, nor a replica in sync. */
    private List<String> find(String target) {
        return await().atMost(TEST_TIMEOUT)
                .ignoreException(ClusterException.class)
                .until(() -> targets.resolve(target), names -> !names.isEmpty());
    }

    private static boolean holdsAll(ClusterStatus status, ClusterStatus.ProbedBackend backend) {
        return backend.status().isPresent() && status.initialized(backend);
    }

    private static Path catalogue(Path directory) throws IOException {
        var file = directory.resolve("catalogue.json");
        return Files.writeString(file, """
                {"products":[{"name":"%s","price":"0.55","stock":%d}]}
                """.formatted(OrderingClient.PRODUCT, STOCK));
    }
}
