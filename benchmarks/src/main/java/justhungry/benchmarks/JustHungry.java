package justhungry.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.replication.BackendStatus;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.benchmarks.measure.BenchmarkSubject;
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
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;

/** A cluster of the product: name server, three back ends, a front end, each started as for a user. */
final class JustHungry implements BenchmarkSubject {
    private static final int STOCK = 1_000_000_000;
    private static final Duration IN_SYNC_TIMEOUT = Duration.ofSeconds(60);
    private static final ContactDetails DETAILS =
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green");

    private final LocalCluster cluster;
    private final ClusterProbe probe;
    private final Frontend frontend;
    private final Request.PlaceOrder order;

    private JustHungry(LocalCluster cluster, ClusterProbe probe, Frontend frontend, Request.PlaceOrder order) {
        this.cluster = cluster;
        this.probe = probe;
        this.frontend = frontend;
        this.order = order;
    }

    /** Starts a cluster whose customers order one banana, and waits until it serves and all back ends are in sync. */
    static JustHungry start(Path directory, ClusterPlan.StorageMode keeping) throws Exception {
        return start(directory, keeping, ORDER);
    }

    /** The same with another order. */
    static JustHungry start(Path directory, ClusterPlan.StorageMode keeping, Request.PlaceOrder order)
            throws Exception {
        return start(directory, keeping, order, InstalledJars.find());
    }

    /** The same with other options of Java. */
    static JustHungry start(
            Path directory, ClusterPlan.StorageMode keeping, Request.PlaceOrder order, RoleLauncher roles)
            throws Exception {
        var plan =
                new ClusterPlan(3, 1, 0, Optional.of(catalogue(directory)), List.of("--postcodes", "offline"), keeping);
        var cluster = LocalCluster.planned(plan, directory, Launcher.guarded(roles, new OrphanGuard()));
        cluster.start(ready -> {});
        var nameserver = NameServerAddress.parse(cluster.nameserver());
        var subject = new JustHungry(
                cluster,
                new ClusterProbe(nameserver),
                new NameServerClient(nameserver)
                        .listing()
                        .frontends()
                        .get(0)
                        .frontend()
                        .get(),
                order);
        subject.awaitAllInSync();
        return subject;
    }

    /** The default products, with so much stock of each that none runs out. */
    private static Path catalogue(Path directory) throws IOException {
        var products = Map.of("apple", "1.99", "banana", "0.55", "bread", "2.25", "kale", "0.99").entrySet().stream()
                .map(product -> "{\"name\":\"%s\",\"price\":\"%s\",\"stock\":%d}"
                        .formatted(product.getKey(), product.getValue(), STOCK))
                .toList();
        return Files.writeString(
                directory.resolve("catalogue.json"), "{\"products\":[%s]}".formatted(String.join(",", products)));
    }

    @Override
    public BenchmarkCustomer newClient() {
        return new BenchmarkCustomer(frontend, order);
    }

    @Override
    public Map<String, Long> processes() {
        var primary = primary();
        var processes = new LinkedHashMap<String, Long>();
        for (var seat : cluster.slots()) {
            long pid = Objects.requireNonNull(seat.process()).pid();
            switch (seat.role()) {
                case FRONTEND -> processes.put("front end", pid);
                case BACKEND -> {
                    if (seat.name().equals(primary)) {
                        processes.put("primary", pid);
                    } else {
                        processes.merge("replica", pid, (first, second) -> first);
                    }
                }
                case NAMESERVER -> {}
            }
        }
        return processes;
    }

    @Override
    public long storedEntries() {
        return status().backends().stream()
                .flatMap(backend -> backend.status().stream())
                .mapToLong(BackendStatus::lastIndex)
                .max()
                .orElseThrow();
    }

    LocalCluster cluster() {
        return cluster;
    }

    ClusterStatus status() {
        return probe.fetchStatus(cluster.slots());
    }

    String primary() {
        return new TargetResolver(cluster, () -> status().view())
                .resolve("primary")
                .get(0);
    }

    long storedOrders() {
        return status().storedOrders().orElseThrow();
    }

    /** Injects a fault, and returns the milliseconds from then until every back end was in sync again. */
    long untilInSync(Runnable fault) throws InterruptedException {
        long start = System.nanoTime();
        fault.run();
        awaitAllInSync();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Waits until orders are taken, and every back end is in sync. */
    void awaitAllInSync() throws InterruptedException {
        long deadline = System.nanoTime() + IN_SYNC_TIMEOUT.toNanos();
        while (!isWhole(status())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not every back end is in sync after " + IN_SYNC_TIMEOUT);
            }
            Thread.sleep(20);
        }
    }

    private static boolean isWhole(ClusterStatus status) {
        return status.takesOrders()
                && status.backends().stream()
                        .allMatch(backend -> backend.status().isPresent() && status.initialized(backend));
    }

    @Override
    public void close() {
        probe.close();
        cluster.kill(cluster.slots().stream()
                .filter(seat -> seat.state() != ProcessState.DEAD)
                .map(ProcessSlot::name)
                .toList());
    }

    /** A customer that places the same order again and again, or reads the products. It retries an order until it is answered. */
    static final class BenchmarkCustomer implements SubjectClient {
        private final UserId user = UserId.of(UUID.randomUUID());
        private final ClientId client = ClientId.of(UUID.randomUUID());
        private final Frontend frontend;
        private final Request.PlaceOrder order;
        private long sequence;
        private long seenRevision;
        private boolean known;

        BenchmarkCustomer(Frontend frontend, Request.PlaceOrder order) {
            this.frontend = frontend;
            this.order = order;
        }

        @Override
        public void update() throws Exception {
            becomeKnown();
            require(order, Response.OrderPlaced.class);
        }

        /** Sends an order that is refused: it takes the path of an order, and none is stored. */
        void refused() throws Exception {
            becomeKnown();
            require(TOO_EXPENSIVE, Response.Refused.class);
        }

        private void becomeKnown() throws Exception {
            if (!known) {
                read(); // As every client: from then on it knows a revision, and its first update is not an old one.
                require(new Request.SaveDetails(DETAILS), Response.DetailsSaved.class);
                known = true;
            }
        }

        @Override
        public void read() throws Exception {
            require(READ, Response.Products.class);
        }

        private void require(Request request, Class<? extends Response> expected) throws Exception {
            var envelope = new Envelope(new RequestId(client, ++sequence), seenRevision, user, request);
            Reply reply;
            do {
                reply = frontend.submit(envelope);
            } while (!(reply instanceof Reply.Answered));
            var answered = (Reply.Answered) reply;
            if (!expected.isInstance(answered.response())) {
                throw new IllegalStateException("%s got %s".formatted(request, answered.response()));
            }
            seenRevision = Math.max(seenRevision, answered.revision());
        }
    }

    static final Request.PlaceOrder ORDER =
            new Request.PlaceOrder(List.of(new BasketItem("banana", 1)), "NEXT_DAY", Money.ZERO);
    static final Request.PlaceOrder THREE_LINES = new Request.PlaceOrder(
            List.of(new BasketItem("banana", 1), new BasketItem("apple", 1), new BasketItem("bread", 1)),
            "NEXT_DAY",
            Money.ZERO);
    private static final Request.PlaceOrder TOO_EXPENSIVE =
            new Request.PlaceOrder(List.of(new BasketItem("banana", STOCK)), "NEXT_DAY", Money.ZERO);
    static final Request.Read READ = new Request.ListProducts();
}
