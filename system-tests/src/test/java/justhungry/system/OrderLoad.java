package justhungry.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.coordination.NameServerAddress;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A load of customers who order all the time, and verify afterwards that the cluster has kept its promises. */
final class OrderLoad implements AutoCloseable {
    private static final Duration TEST_TIMEOUT = Duration.ofMinutes(5);

    private final FrontendFinder frontends;
    private final OutageTracker gaps = new OutageTracker();
    private final List<OrderingClient> clients;
    private final List<Future<?>> running;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int stockAtFirst;

    /**
     * Starts to order.
     *
     * @param many customers, each in its own thread
     * @param thinkTime between an answer and the customer's next order
     * @param stockAtFirst of {@link OrderingClient#PRODUCT}, which only this load may order
     */
    OrderLoad(NameServerAddress nameserver, int many, Duration thinkTime, int stockAtFirst) {
        this.stockAtFirst = stockAtFirst;
        frontends = new FrontendFinder(nameserver);
        frontends.refresh();
        clients = IntStream.range(0, many)
                .mapToObj(any -> new OrderingClient(frontends, gaps, thinkTime))
                .toList();
        running = clients.stream().<Future<?>>map(threads::submit).toList();
    }

    /** Waits until every customer has this many more acknowledged orders than now. */
    void awaitProgress(int more) {
        var goals = clients.stream()
                .map(client -> client.acknowledged().size() + more)
                .toList();
        await().atMost(TEST_TIMEOUT)
                .until(() -> aCustomerFailed()
                        || IntStream.range(0, clients.size())
                                .allMatch(
                                        each -> clients.get(each).acknowledged().size() >= goals.get(each)));
    }

    /**
     * Waits until an update of a stranger is refused because too few back ends are running, and until every customer has
     * tried in vain after that: by then it has noted each acknowledgement that had come before.
     *
     * @param words of the refusal
     */
    void awaitTooFewBackEnds(String... words) {
        await().atMost(TEST_TIMEOUT)
                .until(() -> strangersUpdate() instanceof Reply.NotExecuted refusal
                        && refusal.cause() == Reply.Cause.TOO_FEW_BACK_ENDS
                        && Stream.of(words).allMatch(refusal.message()::contains));
        var before = clients.stream().map(OrderingClient::unansweredRounds).toList();
        await().atMost(TEST_TIMEOUT)
                .until(() -> aCustomerFailed()
                        || IntStream.range(0, clients.size())
                                .allMatch(each -> clients.get(each).unansweredRounds() > before.get(each)));
    }

    /** The number of acknowledged orders of all customers so far. */
    int acknowledged() {
        return clients.stream().mapToInt(client -> client.acknowledged().size()).sum();
    }

    /** The waits of all customers between two orders, in microseconds, since the last call. */
    Histogram takeGaps() {
        return gaps.take();
    }

    /** The longest of those waits. */
    Duration takeLongestGap() {
        return Duration.of(takeGaps().getMaxValue(), ChronoUnit.MICROS);
    }

    /** Lets every customer finish its current order, and compares the acknowledged orders with the stored ones. */
    LoadResult verify() throws InterruptedException {
        clients.forEach(OrderingClient::stop);
        for (var each : running) {
            awaitEnd(each);
        }
        return verdict();
    }

    @Override
    public void close() {
        clients.forEach(OrderingClient::stop);
        threads.shutdownNow();
    }

    /** An update that changes nothing, whether it is executed or not: the order belongs to another user. */
    private Reply strangersUpdate() {
        return OrderingClient.send(
                frontends.known().get(0),
                new Envelope(
                        new RequestId(ClientId.of(UUID.randomUUID()), 1),
                        0,
                        UserId.of(UUID.randomUUID()),
                        new Request.CancelOrder(new OrderId(1))));
    }

    private boolean aCustomerFailed() {
        return running.stream().anyMatch(Future::isDone);
    }

    private static void awaitEnd(Future<?> customer) throws InterruptedException {
        try {
            await().atMost(TEST_TIMEOUT).until(customer::isDone);
            customer.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a customer gave up", e.getCause());
        }
    }

    private LoadResult verdict() {
        int acknowledged = 0;
        int missing = 0;
        int notAcknowledged = 0;
        for (var client : clients) {
            var stored = storedOrders(client);
            acknowledged += client.acknowledged().size();
            missing += minus(client.acknowledged(), stored);
            notAcknowledged += minus(stored, client.acknowledged());
        }
        return new LoadResult(acknowledged, missing, notAcknowledged, stockAtFirst - acknowledged - stockNow());
    }

    private static int minus(Set<OrderId> all, Set<OrderId> without) {
        var rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest.size();
    }

    private static Set<OrderId> storedOrders(OrderingClient client) {
        var stored = new HashSet<OrderId>();
        @Nullable OrderId before = null;
        Response.Orders page;
        do {
            page = (Response.Orders) client.sendUntilAnswered(new Request.ViewOrders(before, Limits.ORDERS_PER_PAGE));
            for (Order order : page.orders()) {
                stored.add(order.id());
                before = order.id();
            }
        } while (page.more());
        return stored;
    }

    private int stockNow() {
        var products = (Response.Products) clients.get(0).sendUntilAnswered(new Request.ListProducts());
        return products.products().stream()
                .filter(product -> product.name().equals(OrderingClient.PRODUCT))
                .findFirst()
                .orElseThrow()
                .stock();
    }
}
