package justhungry.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;

/** A client: one request at a time, each sent again with the same id until its outcome is known. */
final class SimulatedClient {
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(300);

    /** The time after which no front end still answers: it has crashed. */
    private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(9);

    private final SimulationScheduler simulation;
    private final List<SimulatedFrontend> frontends;
    private final List<Product> catalogue;
    private final SimulationHistory history;
    private final int number;
    private final UserId user;
    private final ClientId client;
    private final List<OrderId> orders = new ArrayList<>();
    private final Duration lastStart;
    private final Queue<Request> lastReads =
            new ArrayDeque<>(List.of(new Request.ViewOrders(null, 100), new Request.ListProducts()));
    private boolean done;
    private long sequence;
    private long seenRevision;

    SimulatedClient(
            int number,
            SimulationScheduler simulation,
            List<SimulatedFrontend> frontends,
            List<Product> catalogue,
            SimulationHistory history,
            Duration lastStart) {
        this.number = number;
        this.simulation = simulation;
        this.frontends = frontends;
        this.catalogue = catalogue;
        this.history = history;
        this.lastStart = lastStart;
        this.user = UserId.of(uuid());
        this.client = ClientId.of(uuid());
    }

    void start() {
        begin(new Request.ListProducts());
    }

    boolean isDone() {
        return done;
    }

    private void begin(Request request) {
        var envelope = new Envelope(new RequestId(client, ++sequence), seenRevision, user, request);
        send(envelope, simulation.now());
    }

    private void send(Envelope envelope, Duration start) {
        var answered = new boolean[1];
        var up = frontends.stream().filter(SimulatedFrontend::isUp).toList();
        if (!up.isEmpty()) {
            var frontend = up.get(simulation.random().nextInt(up.size()));
            frontend.deliver(() -> frontend.submit(envelope, reply -> {
                if (!answered[0]) {
                    answered[0] = true;
                    onReply(envelope, start, reply);
                }
            }));
        }
        simulation.after(REPLY_TIMEOUT, () -> {
            if (!answered[0]) {
                answered[0] = true;
                send(envelope, start);
            }
        });
    }

    private void onReply(Envelope envelope, Duration start, Reply reply) {
        if (!(reply instanceof Reply.Answered answered)) {
            simulation.after(RETRY_INTERVAL, () -> send(envelope, start));
            return;
        }
        history.add(number, envelope, start, simulation.now(), answered);
        seenRevision = Math.max(seenRevision, answered.revision());
        if (answered.response() instanceof Response.OrderPlaced placed) {
            orders.add(placed.order().id());
        }
        if (simulation.now().compareTo(lastStart) <= 0) {
            simulation.after(simulation.between(Duration.ZERO, Duration.ofMillis(300)), () -> begin(nextRequest()));
        } else if (!lastReads.isEmpty()) {
            begin(lastReads.remove());
        } else {
            done = true;
        }
    }

    private Request nextRequest() {
        if (sequence == 1) {
            return new Request.SaveDetails(new ContactDetails("Ada", "Lovelace", "02079", "DH1 3LE", "1 Palace Green"));
        }
        int kind = simulation.random().nextInt(10);
        if (kind < 4) {
            return new Request.PlaceOrder(basket(), "NEXT_DAY", Money.ZERO);
        }
        if (kind < 6 && !orders.isEmpty()) {
            return new Request.CancelOrder(anOrder());
        }
        if (kind == 6 && !orders.isEmpty()) {
            return new Request.ViewOrder(anOrder());
        }
        if (kind == 7 && sequence % 2 == 0) {
            return new Request.ViewDetails();
        }
        return kind < 8 ? new Request.ViewOrders(null, 100) : new Request.ListProducts();
    }

    private OrderId anOrder() {
        return orders.get(simulation.random().nextInt(orders.size()));
    }

    private List<BasketItem> basket() {
        var items = new LinkedHashMap<String, BasketItem>();
        int lines = 1 + simulation.random().nextInt(3);
        for (int i = 0; i < lines; i++) {
            var product =
                    catalogue.get(simulation.random().nextInt(catalogue.size())).name();
            items.put(product, new BasketItem(product, 1 + simulation.random().nextInt(3)));
        }
        return List.copyOf(items.values());
    }

    private UUID uuid() {
        return new UUID(simulation.random().nextLong(), simulation.random().nextLong());
    }
}
