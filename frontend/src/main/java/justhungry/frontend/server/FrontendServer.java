package justhungry.frontend.server;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.FrontendStatus;
import justhungry.api.client.Reply;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.RequestForwarder;
import justhungry.frontend.postcodes.PostcodeChecker;

/** The object that clients call. The constructors of requests check their form; the postcode is checked here. */
final class FrontendServer implements Frontend {
    private final String name;
    private final PostcodeChecker postcodes;
    private final RequestForwarder forwarder;
    private final CurrentRoute currentRoute;
    private final int maxRequests;
    private final Semaphore permits;

    /** @param maxRequests the limit of concurrent requests; each holds a thread. More are refused at once. */
    FrontendServer(
            String name,
            PostcodeChecker postcodes,
            RequestForwarder forwarder,
            CurrentRoute currentRoute,
            int maxRequests) {
        this.name = name;
        this.postcodes = postcodes;
        this.forwarder = forwarder;
        this.currentRoute = currentRoute;
        this.maxRequests = maxRequests;
        this.permits = new Semaphore(maxRequests);
    }

    @Override
    public Reply submit(Envelope request) {
        if (!permits.tryAcquire()) {
            return new Reply.NotExecuted(
                    Reply.Cause.OVERLOADED,
                    "too many requests: %d are waiting already; try again in a moment".formatted(maxRequests));
        }
        try {
            return admitted(request);
        } finally {
            permits.release();
        }
    }

    private Reply admitted(Envelope request) {
        long arrival = System.nanoTime();
        return refusedPostcode(request.request())
                .<Reply>map(refusal -> new Reply.Answered(0, 0, 0, refusal, null))
                .orElseGet(() -> forwarder.forward(request, REQUEST_TIMEOUT.minusNanos(System.nanoTime() - arrival)));
    }

    private Optional<Response.Refused> refusedPostcode(Request request) {
        return request.postcode().flatMap(postcode -> postcodes.check(postcode).refusal());
    }

    @Override
    public FrontendStatus status() {
        var route = currentRoute.route();
        return new FrontendStatus(name, route.view(), postcodes.describe(), route.isOpen());
    }
}
