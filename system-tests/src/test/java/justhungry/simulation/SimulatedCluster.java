package justhungry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import justhungry.api.cluster.View;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;

/** Back ends, front ends, a name server and clients, in one simulation. */
final class SimulatedCluster {
    private static final Duration FAULTS_END = Duration.ofSeconds(20);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(2);

    /** The time after the faults in which calls that they have hit still fail, and processes are suspected for that. */
    private static final Duration AFTERMATH = Duration.ofSeconds(4);

    private static final Duration CALM = Duration.ofSeconds(2);

    static final Catalogue CATALOGUE = Catalogue.withDefaultDeliveries(List.of(
            new Product("apple", new Money(199), 60),
            new Product("banana", new Money(55), 200),
            new Product("kale", new Money(99), 6),
            new Product("flour", new Money(455), 0)));

    private final SimulationScheduler simulation;
    private final SimulatedNetwork network;
    private final SimulationHistory history = new SimulationHistory();
    private final List<SimulatedBackend> backends = new ArrayList<>();
    private final List<SimulatedFrontend> frontends = new ArrayList<>();
    private final List<SimulatedClient> clients = new ArrayList<>();
    private final ProtocolInvariants invariants = new ProtocolInvariants(backends);
    private final SimulatedNameServer nameServer;
    private final SimulatedFaults faults;

    SimulatedCluster(long seed, List<PlannedFault> schedule) {
        simulation = new SimulationScheduler(seed);
        network = new SimulatedNetwork(simulation);
        nameServer = new SimulatedNameServer(simulation, invariants::onAccepted);
        faults = new SimulatedFaults(simulation, this);
        faults.plan(schedule);
        int size = 3 + simulation.random().nextInt(3);
        for (int i = 1; i <= size; i++) {
            backends.add(new SimulatedBackend(
                    "server" + i,
                    simulation,
                    network,
                    nameServer,
                    member -> backends.stream()
                            .filter(backend -> backend.name().equals(member.name()))
                            .toList(),
                    CATALOGUE));
        }
        IntStream.rangeClosed(1, 1 + simulation.random().nextInt(2))
                .forEach(i -> frontends.add(
                        new SimulatedFrontend("frontend" + i, simulation, network, nameServer, backends)));
        IntStream.rangeClosed(1, 6)
                .forEach(i -> clients.add(
                        new SimulatedClient(i, simulation, frontends, CATALOGUE.products(), history, FAULTS_END)));
    }

    /** Lets clients order during the faults; then the cluster must recover, and all answers must have been right. */
    void run() {
        clients.forEach(SimulatedClient::start);
        simulation.runUntil(FAULTS_END, invariants::check);
        faults.end();
        simulation.runUntil(FAULTS_END.plus(AFTERMATH), invariants::check);
        while (!hasRecovered() && simulation.now().compareTo(RUN_TIMEOUT) < 0) {
            simulation.runUntil(simulation.now().plus(CHECK_INTERVAL), invariants::check);
        }
        assertThat(clients)
                .as("every client gets its answers once the faults have ended")
                .allMatch(SimulatedClient::isDone);
        checkCalm();
        checkCopies();
        checkStoredOrders();
        var verdict = history.verify();
        assertThat(verdict.passed()).as(String.join("\n", verdict.text())).isTrue();
    }

    /** Whether every client is done, and every back end is in sync again and has applied the same index. */
    private boolean hasRecovered() {
        long furthest = backends.get(0).status().lastIndex();
        return clients.stream().allMatch(SimulatedClient::isDone)
                && nameServer.current().inSync().size() == backends.size()
                && backends.stream().allMatch(backend -> backend.status().appliedIndex() == furthest);
    }

    /** The schedule of a seed. */
    static List<PlannedFault> schedule(long seed) {
        return PlannedFault.schedule(seed, FAULTS_END);
    }

    int operations() {
        return history.size();
    }

    Duration simulatedTime() {
        return simulation.now();
    }

    List<String> injectedFaults() {
        return faults.injected();
    }

    /** While nothing fails, nobody is suspected, and all front ends send their requests to the primary. */
    private void checkCalm() {
        var before = view();
        simulation.runUntil(simulation.now().plus(CALM), invariants::check);
        assertThat(view()).as("the view, while nothing fails").isEqualTo(before);
        assertThat(frontends).as("front ends with a route to the primary").allMatch(each -> each.hasRouteTo(before));
    }

    private void checkCopies() {
        assertThat(nameServer.current().inSync())
                .as("everybody is in sync again")
                .hasSize(backends.size());
        var first = SimulatedStore.rowsOf(backends.get(0).store().contents());
        for (var backend : backends) {
            assertThat(SimulatedStore.rowsOf(backend.store().contents()))
                    .as("state of %s", backend.name())
                    .isEqualTo(first);
        }
    }

    /** Checks the number of orders: in the end every one was acknowledged. */
    private void checkStoredOrders() {
        var ordering = new Ordering(backends.get(0).store().tables(), CATALOGUE);
        assertThat(ordering.storedOrders())
                .as("orders in the state, as against those told")
                .isEqualTo(history.placed());
    }

    SimulatedNetwork network() {
        return network;
    }

    SimulatedNameServer nameServer() {
        return nameServer;
    }

    List<SimulatedBackend> backends() {
        return backends;
    }

    List<SimulatedFrontend> frontends() {
        return frontends;
    }

    List<SimulatedProcess> processes() {
        var all = new ArrayList<SimulatedProcess>(backends);
        all.addAll(frontends);
        all.add(nameServer);
        return all;
    }

    View view() {
        return nameServer.current();
    }
}
