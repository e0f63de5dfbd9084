package justhungry.frontend.server;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.PrimaryRoute;
import justhungry.frontend.forwarding.RequestForwarder;
import justhungry.frontend.forwarding.StubCache;
import justhungry.frontend.postcodes.PostcodeChecker;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.WarmUpCalls;

/** The warm-up of a front end: orders through a throw-away copy of it, to a primary that answers all of them alike. */
final class FrontendWarmUp implements AutoCloseable {
    private static final int MAX_REQUESTS = 100;
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(1);
    private static final Member PRIMARY = new Member("warm-up-primary", UUID.randomUUID());
    private static final Member REPLICA = new Member("warm-up-replica", UUID.randomUUID());
    private static final View VIEW = View.NONE.next(PRIMARY, List.of(PRIMARY, REPLICA));
    private static final OrderLine LINE = new OrderLine("apple", 1, new Money(199));
    private static final Delivery DELIVERY = new Delivery("SAME_DAY", "same day", new Money(100));

    private final CurrentRoute route = new CurrentRoute();
    private final RequestForwarder forwarder = new RequestForwarder(route);
    private final LongAdder answered = new LongAdder();
    private final ExportedObject<Backend> primary;
    private final ExportedObject<Frontend> frontend;

    private FrontendWarmUp(String host) throws IOException {
        var server = new FrontendServer(
                "warm-up", PostcodeChecker.offline(), forwarder, route, MAX_REQUESTS, REQUEST_TIMEOUT);
        this.primary = export(new ConstantPrimary(answered), host, Lane.REQUESTS);
        this.frontend = export(server, host, Lane.ORDERS);
        var registration = new BackendRegistration(
                PRIMARY,
                UUID.randomUUID(),
                BackendRegistration.NO_CLUSTER,
                DataAge.NEW,
                new MarshalledObject<>(primary.stub()),
                new MarshalledObject<>(null),
                new MarshalledObject<>(null));
        route.changeTo(new PrimaryRoute(VIEW, registration, new StubCache(), new IgnoredProblems()));
        forwarder.start();
    }

    private static <T extends Remote> ExportedObject<T> export(T target, String host, String purpose)
            throws IOException {
        return ExportedObject.export(target, host, 0, new Lane("warm-up", purpose));
    }

    /**
     * Warms up for a second at most.
     *
     * @param host the name or address of this process
     * @return the number of requests that the primary has answered
     */
    static long run(String host) throws IOException, ExecutionException, InterruptedException {
        try (var warmUp = new FrontendWarmUp(host)) {
            WarmUpCalls.make(warmUp::newCaller);
            return warmUp.answered.sum();
        }
    }

    private WarmUpCalls.Caller newCaller() {
        var client = new ClientId(UUID.randomUUID());
        var user = new UserId(UUID.randomUUID());
        var order = new Request.PlaceOrder(
                List.of(new BasketItem(LINE.product(), LINE.quantity())), DELIVERY.code(), Money.ZERO);
        return number -> frontend.stub().submit(new Envelope(new RequestId(client, number), 0, user, order));
    }

    @Override
    public void close() {
        frontend.close();
        primary.close();
        forwarder.close();
    }

    /** A primary that places the same order again and again, and counts. */
    private record ConstantPrimary(LongAdder answered) implements Backend {
        private static final Order ORDER =
                new Order(new OrderId(1), List.of(LINE), DELIVERY, Money.ZERO, Order.Status.ACTIVE, Instant.EPOCH);
        private static final Reply REPLY =
                new Reply.Answered(VIEW.epoch(), 1, 1, new Response.OrderPlaced(ORDER), Instant.EPOCH);

        @Override
        public Batch.Replies submit(Batch batch) {
            answered.add(batch.requests().size());
            return new Batch.Replies(
                    VIEW.epoch(), Collections.nCopies(batch.requests().size(), REPLY));
        }

        @Override
        public PrimaryTrace submitTraced(Envelope request) {
            answered.increment();
            return new PrimaryTrace(VIEW.epoch(), REPLY, 1, List.of(), 0);
        }
    }

    private static final class IgnoredProblems implements PrimaryRoute.ProblemListener {
        @Override
        public void onCallFailed(Exception failure) {}

        @Override
        public void onNotPrimary(long epoch) {}

        @Override
        public void onAnswered() {}
    }
}
