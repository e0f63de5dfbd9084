package justhungry.frontend.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.FrontendStatus;
import justhungry.api.client.Reply;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.frontend.forwarding.Forwarding;
import justhungry.frontend.forwarding.Signpost;
import justhungry.frontend.postcodes.Postcodes;

/** The object that clients call. The constructors of requests check their form; the postcode is checked here. */
final class FrontendServer implements Frontend {
    /** The longest time from the arrival of a request to its reply. */
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final String name;
    private final Postcodes postcodes;
    private final Forwarding forwarding;
    private final Signpost signpost;
    private final int mostRequests;
    private final Semaphore places;

    /** @param maxRequests the limit of concurrent requests; each holds a thread. More are refused at once. */
    FrontendServer(String name, Postcodes postcodes, Forwarding forwarder, Signpost currentRoute, int maxRequests) {
        this.name = name;
        this.postcodes = postcodes;
        this.forwarding = forwarder;
        this.signpost = currentRoute;
        this.mostRequests = maxRequests;
        this.places = new Semaphore(maxRequests);
    }

    @Override
    public Reply submit(Envelope request) {
        if (!places.tryAcquire()) {
            return new Reply.NotExecuted(
                    Reply.Cause.OVERLOADED,
                    "too many requests: %d are waiting already; try again in a moment".formatted(mostRequests));
        }
        try {
            return admitted(request);
        } finally {
            places.release();
        }
    }

    private Reply admitted(Envelope request) {
        long arrival = System.nanoTime();
        return refusedPostcode(request.request())
                .<Reply>map(refusal -> new Reply.Answered(0, 0, 0, refusal))
                .orElseGet(() -> forwarding.forward(request, DEADLINE.minusNanos(System.nanoTime() - arrival)));
    }

    private Optional<Response.Refused> refusedPostcode(Request request) {
        return request instanceof Request.SaveDetails save
                ? postcodes.check(save.details().postcode()).refusal()
                : Optional.empty();
    }

    @Override
    public FrontendStatus status() {
        var route = signpost.route();
        return new FrontendStatus(name, route.view(), postcodes.describe(), route.isOpen());
    }
}
