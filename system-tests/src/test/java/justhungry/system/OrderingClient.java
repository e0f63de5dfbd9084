package justhungry.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;

/**
 * A customer who places one order after the other, and sends each of them, with the same id, until it is answered. So
 * after it has stopped, exactly the acknowledged orders must be stored. Runs in its own thread.
 */
final class OrderingClient implements Runnable {
    static final String PRODUCT = "banana";

    private static final ContactDetails DETAILS =
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green");
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(20);

    private final UserId user = UserId.of(UUID.randomUUID());
    private final ClientId client = ClientId.of(UUID.randomUUID());
    private final Set<OrderId> acknowledged = ConcurrentHashMap.newKeySet();
    private final FrontendFinder frontends;
    private final OutageTracker gaps;
    private final Duration thinkTime;
    private volatile boolean stopping;
    private final AtomicInteger unansweredRounds = new AtomicInteger();
    private long sequence;
    private long seenRevision;

    /** @param thinkTime between an answer and the next order */
    OrderingClient(FrontendFinder frontends, OutageTracker gaps, Duration thinkTime) {
        this.frontends = frontends;
        this.gaps = gaps;
        this.thinkTime = thinkTime;
    }

    @Override
    public void run() {
        sendUntilAnswered(new Request.ListProducts());
        sendUntilAnswered(new Request.SaveDetails(DETAILS));
        while (!stopping) {
            placeOrder();
            LockSupport.parkNanos(thinkTime.toNanos());
        }
    }

    /** Ends it when its current request has been answered. */
    void stop() {
        stopping = true;
    }

    UserId user() {
        return user;
    }

    /** The acknowledged orders so far. */
    Set<OrderId> acknowledged() {
        return acknowledged;
    }

    /** How often no front end that it knows had an answer for it. */
    int unansweredRounds() {
        return unansweredRounds.get();
    }

    /** Sends a request until it is answered, whatever happens to the cluster in the meantime. */
    Response sendUntilAnswered(Request request) {
        var envelope = new Envelope(new RequestId(client, ++sequence), seenRevision, user, request);
        while (true) {
            for (var frontend : frontends.known()) {
                if (send(frontend, envelope) instanceof Reply.Answered answered) {
                    seenRevision = Math.max(seenRevision, answered.revision());
                    return answered.response();
                }
            }
            unansweredRounds.incrementAndGet();
            LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
            frontends.refresh();
        }
    }

    private void placeOrder() {
        var order = new Request.PlaceOrder(List.of(new BasketItem(PRODUCT, 1)), "NEXT_DAY", Money.ZERO);
        var response = sendUntilAnswered(order);
        if (response instanceof Response.OrderPlaced placed) {
            if (!acknowledged.add(placed.order().id())) {
                throw new AssertionError("order %s was acknowledged to two requests"
                        .formatted(placed.order().id()));
            }
            gaps.onAnswer(user);
        } else {
            throw new AssertionError("an order that could be carried out got " + response);
        }
    }

    /** A failure of a front end says nothing about the request, so it is sent again. */
    static Reply send(Frontend frontend, Envelope envelope) {
        try {
            return frontend.submit(envelope);
        } catch (IOException e) {
            return new Reply.OutcomeUnknown(
                    "the front end failed: " + e.getClass().getSimpleName());
        }
    }
}
