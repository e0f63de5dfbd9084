package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import justhungry.api.cluster.Member;
import justhungry.api.replication.BackendStatus;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.status.StatusTable;
import justhungry.coordination.NameServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Back ends of this format and of the next in one cluster: nobody reads a wrong value, nobody dies, and who cannot follow
 * says which version it needs.
 */
class MixedFormatsIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String NEEDED =
            "it was written in format 2, this version reads format 1; a newer version is needed";

    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void aPrimaryOfTheNextFormatBesideTwoOfThisOne() throws Exception {
        var next = new NextFormat(directory);
        next.runs(Set.of("server1"));
        try (var cluster = SystemCluster.start(directory, 3, 1, next)) {
            makeOneOfThemPrimary(cluster, Set.of("server1"));
            var ada = customer(cluster);
            placeOrder(ada);
            placeOrder(ada);
            cluster.awaitAllInitialized(); // They read each other, as long as nothing new is decided.
            awaitFormats(cluster, "server1 up 2", "server2 up 1", "server3 up 1", "frontend1 up 1");

            var cancelled = CompletableFuture.supplyAsync(() -> cancel(ada, 1));
            awaitNeededVersion(cluster, "server2");
            awaitNeededVersion(cluster, "server3");
            assertThat(cancelled)
                    .as("one back end has the new change: that is not enough")
                    .isNotDone();
            cluster.kill("server1");

            assertThat(cancelled.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(Response.OrderCancelled.class);
            placeOrder(ada);
            assertThat(statusesOf(ada))
                    .containsExactly(Order.Status.ACTIVE, Order.Status.ACTIVE, Order.Status.CANCELLED);
            assertThat(stock(ada)).isEqualTo(SystemCluster.STOCK - 2);
            assertThat(cluster.log("server2")).containsOnlyOnce(NEEDED);
            assertThat(cluster.log("server3")).containsOnlyOnce(NEEDED);

            cluster.restart(List.of("server1"));
            cluster.awaitAllInitialized();
            assertThat(neededVersions(cluster)).isEmpty();
        }
    }

    @Test
    @Timeout(1_800)
    void aReplicaOfThisFormatBesideTwoOfTheNext() throws Exception {
        var next = new NextFormat(directory);
        next.runs(Set.of("server1", "server2"));
        try (var cluster = SystemCluster.start(directory, 3, 1, next)) {
            makeOneOfThemPrimary(cluster, Set.of("server1", "server2"));
            var ada = customer(cluster);
            placeOrder(ada);
            placeOrder(ada);
            cluster.awaitAllInitialized();

            assertThat(cancel(ada, 1)).isInstanceOf(Response.OrderCancelled.class);
            awaitNeededVersion(cluster, "server3");
            assertThat(cluster.view().inSync()).extracting(Member::name).containsExactly("server1", "server2");
            placeOrder(ada);
            assertThat(cluster.log("server3")).containsOnlyOnce(NEEDED);

            next.runs(Set.of("server1", "server2", "server3"));
            cluster.restart(List.of("server3"));
            cluster.awaitAllInitialized();
            awaitFormats(cluster, "server1 up 2", "server2 up 2", "server3 up 2", "frontend1 up 1");

            next.runs(Set.of("server1", "server3"));
            assertThatThrownBy(() -> cluster.restart(List.of("server2")))
                    .as("this format, on a directory of the next")
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("written in format 2, this version reads formats up to 1");
            placeOrder(ada);
            next.runs(Set.of("server1", "server2", "server3"));
            cluster.restart(List.of("server2"));
            cluster.awaitAllInitialized();
            assertThat(statusesOf(ada))
                    .containsExactly(
                            Order.Status.ACTIVE, Order.Status.ACTIVE, Order.Status.ACTIVE, Order.Status.CANCELLED);
            assertThat(stock(ada)).isEqualTo(SystemCluster.STOCK - 3);
        }
    }

    /** Whoever is up first becomes the first primary. */
    private static void makeOneOfThemPrimary(SystemCluster cluster, Set<String> names) {
        while (cluster.view()
                .primary()
                .filter(primary -> names.contains(primary.name()))
                .isEmpty()) {
            var killed = cluster.kill("primary");
            cluster.awaitPrimaryOtherThan(killed);
            cluster.restart(killed);
            cluster.awaitAllInitialized();
        }
    }

    private static OrderingClient customer(SystemCluster cluster) {
        var frontends = new FrontendFinder(NameServerAddress.parse(cluster.nameserver()));
        frontends.refresh();
        var customer = new OrderingClient(frontends, new OutageTracker(), Duration.ZERO);
        customer.sendUntilAnswered(new Request.SaveDetails(
                new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green")));
        return customer;
    }

    private static void placeOrder(OrderingClient customer) {
        var order =
                new Request.PlaceOrder(List.of(new BasketItem(OrderingClient.PRODUCT, 1)), "SAME_DAY", new Money(7));
        assertThat(customer.sendUntilAnswered(order)).isInstanceOfSatisfying(Response.OrderPlaced.class, placed -> {
            assertThat(placed.order().delivery().code()).isEqualTo("SAME_DAY");
            assertThat(placed.order().tip()).isEqualTo(new Money(7));
        });
    }

    private static Response cancel(OrderingClient customer, long order) {
        return customer.sendUntilAnswered(new Request.CancelOrder(new OrderId(order)));
    }

    private static List<Order.Status> statusesOf(OrderingClient customer) {
        var orders = (Response.Orders) customer.sendUntilAnswered(new Request.ViewOrders(null, 10));
        return orders.orders().stream().map(Order::status).toList();
    }

    private static int stock(OrderingClient customer) {
        var products = (Response.Products) customer.sendUntilAnswered(new Request.ListProducts());
        return products.products().stream().mapToInt(Product::stock).sum();
    }

    /** Name, state and format of each process, as {@code status} shows them to a person. */
    private static void awaitFormats(SystemCluster cluster, String... expected) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(StatusTable.lines(cluster.status(), 100))
                        .filteredOn(line -> line.matches("(server|frontend)\\d .*"))
                        .extracting(line ->
                                String.join(" ", List.of(line.split(" +")).subList(0, 3)))
                        .containsExactly(expected));
    }

    private static void awaitNeededVersion(SystemCluster cluster, String name) {
        await().atMost(TIMEOUT)
                .until(() -> neededVersions(cluster).stream()
                        .anyMatch(needed -> needed.startsWith(name) && needed.contains(NEEDED)));
    }

    private static List<String> neededVersions(SystemCluster cluster) {
        return cluster.status().backends().stream()
                .filter(backend ->
                        backend.status().map(BackendStatus::neededVersion).isPresent())
                .map(backend -> backend.name() + ": "
                        + backend.status().map(BackendStatus::neededVersion).orElseThrow())
                .toList();
    }
}
