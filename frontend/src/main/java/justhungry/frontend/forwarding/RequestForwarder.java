package justhungry.frontend.forwarding;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.codec.Limits;

/**
 * The forwarding of requests to the primary. A lone one is sent by its own thread. Otherwise a few senders each take all that
 * wait into one call, so that under load a call carries many. A request without a final reply is sent again, in the same
 * envelope, until its client's deadline.
 */
public final class RequestForwarder implements AutoCloseable {
    private static final int SENDERS = 4;

    /** The most that one sender takes: all of them together fill a call, so none holds all requests while others idle. */
    private static final int MAX_PER_CALL = Limits.REQUESTS_PER_CALL / SENDERS;

    /** The delay before a request is sent again on the route where it failed; a new route ends it. */
    private static final Duration RETRY_DELAY = Duration.ofMillis(25);

    private final ForwardQueue queue = new ForwardQueue();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CurrentRoute currentRoute;
    private final List<Thread> senders;

    public RequestForwarder(CurrentRoute currentRoute) {
        this.currentRoute = currentRoute;
        this.senders = IntStream.rangeClosed(1, SENDERS)
                .mapToObj(number -> new Thread(this::send, "sender-" + number))
                .toList();
    }

    public void start() {
        senders.forEach(sender -> {
            sender.setDaemon(true);
            sender.start();
        });
    }

    /** Blocks for {@code timeout} at most, and always has a reply. */
    public Reply forward(Envelope envelope, Duration timeout) {
        return forward(new ForwardedRequest(envelope), timeout);
    }

    /** As {@link #forward(Envelope, Duration)}; the attempts are recorded. */
    public Reply forwardTraced(Envelope envelope, Duration timeout, AttemptRecorder recorder) {
        return forward(new ForwardedRequest(envelope, recorder), timeout);
    }

    private Reply forward(ForwardedRequest request, Duration timeout) {
        long start = System.nanoTime();
        try {
            // A lone request has no other to share a call with: no sender has to wake up first.
            if (underWay.getAndIncrement() == 0) {
                currentRoute.route().carry(List.of(request));
            }
            if (!request.isDone()) {
                queue.add(request);
            }
            return request.await(timeout.minusNanos(System.nanoTime() - start));
        } finally {
            underWay.decrementAndGet();
            queue.remove(request);
        }
    }

    private void send() {
        try {
            while (true) {
                sendWaiting();
            }
        } catch (InterruptedException e) {
            // The front end ends.
        }
    }

    private void sendWaiting() throws InterruptedException {
        var requests = queue.take(MAX_PER_CALL);
        long version = currentRoute.version();
        currentRoute.route().carry(requests);
        var again = requests.stream().filter(request -> !request.isDone()).toList();
        if (!again.isEmpty()) {
            queue.putBack(again);
            currentRoute.awaitChange(version, RETRY_DELAY);
        }
    }

    @Override
    public void close() {
        senders.forEach(Thread::interrupt);
    }
}
