package justhungry.backend.server;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.View;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.platform.rmi.WarmUpCalls;

/**
 * The warm-up of a back end: orders on a throw-away cluster of two, a primary and a replica, in the memory of this process.
 * Nothing of it is stored or registered. Both roles are warmed up, because any replica may be promoted.
 */
final class BackendWarmUp implements AutoCloseable {
    private static final int ROUND = 16;
    private static final ContactDetails DETAILS =
            new ContactDetails("Ada", "Lovelace", "020 7946 0000", "DH1 3LE", "1 Palace Green");
    private static final List<BasketItem> ITEMS = List.of(
            new BasketItem(WarmUpNode.PRODUCTS.get(0).name(), 1),
            new BasketItem(WarmUpNode.PRODUCTS.get(1).name(), 1));

    private final PeerStubs stubs = new PeerStubs();
    private final WarmUpNode primary;
    private final WarmUpNode replica;

    private BackendWarmUp(String host) throws IOException {
        this.primary = new WarmUpNode("primary", host, stubs);
        this.replica = new WarmUpNode("replica", host, stubs);
        stubs.update(List.of(primary.registration(), replica.registration()));
        var view = View.NONE.next(primary.member(), List.of(primary.member(), replica.member()));
        replica.start(view);
        primary.start(view);
    }

    /**
     * Warms up for a second at most.
     *
     * @param host the name or address of this process
     * @return the number of orders that the replica has applied
     */
    static long run(String host) throws IOException, ExecutionException, InterruptedException {
        try (var warmUp = new BackendWarmUp(host)) {
            WarmUpCalls.make(warmUp::newCaller);
            return warmUp.replica.storedOrders();
        }
    }

    private WarmUpCalls.Caller newCaller() {
        var client = new ClientId(UUID.randomUUID());
        var user = new UserId(UUID.randomUUID());
        return number -> primary.stub()
                .submit(new Batch(List.of(new Envelope(new RequestId(client, number), 0, user, request(number)))));
    }

    private static Request request(int number) {
        return switch (number % ROUND) {
            case 1 -> new Request.SaveDetails(DETAILS);
            case 2 -> new Request.ListProducts();
            default -> new Request.PlaceOrder(ITEMS, WarmUpNode.DELIVERY, Money.ZERO);
        };
    }

    @Override
    public void close() {
        primary.close();
        replica.close();
    }
}
