package justhungry.frontend.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.FrontendStatus;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestTrace;
import justhungry.frontend.forwarding.AttemptRecorder;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.RequestForwarder;
import justhungry.frontend.postcodes.PostcodeChecker;
import justhungry.frontend.postcodes.PostcodeResult;
import org.jspecify.annotations.Nullable;

/** The object that clients call. The constructors of requests check their form; the postcode is checked here. */
final class FrontendServer implements Frontend {
    private final String name;
    private final PostcodeChecker postcodes;
    private final RequestForwarder forwarder;
    private final CurrentRoute currentRoute;
    private final int maxRequests;
    private final Duration requestTimeout;
    private final Semaphore permits;

    /**
     * @param maxRequests the limit of concurrent requests; each holds a thread. More are refused at once.
     * @param requestTimeout the limit of one of them; see {@link FrontendTimeouts#request}
     */
    FrontendServer(
            String name,
            PostcodeChecker postcodes,
            RequestForwarder forwarder,
            CurrentRoute currentRoute,
            int maxRequests,
            Duration requestTimeout) {
        this.name = name;
        this.postcodes = postcodes;
        this.forwarder = forwarder;
        this.currentRoute = currentRoute;
        this.maxRequests = maxRequests;
        this.requestTimeout = requestTimeout;
        this.permits = new Semaphore(maxRequests);
    }

    @Override
    public Reply submit(Envelope request) {
        return submit(request, null);
    }

    @Override
    public RequestTrace submitTraced(Envelope request) {
        long arrival = System.nanoTime();
        var recorder = new AttemptRecorder();
        var reply = submit(request, recorder);
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - arrival);
        return new RequestTrace(reply, name, recorder.attempts(), micros);
    }

    private Reply submit(Envelope request, @Nullable AttemptRecorder recorder) {
        if (!permits.tryAcquire()) {
            return new Reply.NotExecuted(
                    Reply.Cause.OVERLOADED,
                    "too many requests: %d are waiting already; try again in a moment".formatted(maxRequests));
        }
        try {
            return admitted(request, recorder);
        } finally {
            permits.release();
        }
    }

    private Reply admitted(Envelope request, @Nullable AttemptRecorder recorder) {
        long arrival = System.nanoTime();
        var check = request.request().postcode().map(postcodes::check);
        var refusal = check.flatMap(PostcodeResult::refusal);
        if (refusal.isPresent()) {
            return new Reply.Answered(0, 0, 0, refusal.get(), null);
        }
        var timeout = requestTimeout.minusNanos(System.nanoTime() - arrival);
        var reply = recorder == null
                ? forwarder.forward(request, timeout)
                : forwarder.forwardTraced(request, timeout, recorder);
        boolean formatOnly = check.filter(PostcodeResult::isFormatOnly).isPresent();
        return formatOnly ? withFormatOnly(reply) : reply;
    }

    private static Reply withFormatOnly(Reply reply) {
        return reply instanceof Reply.Answered answered
                        && answered.response().refusal().isEmpty()
                ? answered.ofFormatOnly()
                : reply;
    }

    @Override
    public FrontendStatus status() {
        var route = currentRoute.route();
        return new FrontendStatus(name, route.view(), postcodes.describe(), route.isOpen());
    }
}
