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
public final class Forwarding implements AutoCloseable {
    private static final int SENDERS = 4;

    /** The most that one sender takes: all of them together fill a call, so none holds all requests while others idle. */
    private static final int MOST_PER_CALL = Limits.REQUESTS_PER_CALL / SENDERS;

    /** The delay before a request is sent again on the route where it failed; a new route ends it. */
    private static final Duration RETRY_AFTER = Duration.ofMillis(25);

    private final WaitingRequests waiting = new WaitingRequests();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Signpost signpost;
    private final List<Thread> senders;

    public Forwarding(Signpost currentRoute) {
        this.signpost = currentRoute;
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
        long start = System.nanoTime();
        var request = new Pending(envelope);
        try {
            // A lone request has no other to share a call with: no sender has to wake up first.
            if (underWay.getAndIncrement() == 0) {
                signpost.route().carry(List.of(request));
            }
            if (!request.isDone()) {
                waiting.add(request);
            }
            return request.await(timeout.minusNanos(System.nanoTime() - start));
        } finally {
            underWay.decrementAndGet();
            waiting.remove(request);
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
        var requests = waiting.take(MOST_PER_CALL);
        long version = signpost.turns();
        signpost.route().carry(requests);
        var again = requests.stream().filter(request -> !request.isDone()).toList();
        if (!again.isEmpty()) {
            waiting.putBack(again);
            signpost.awaitTurn(version, RETRY_AFTER);
        }
    }

    @Override
    public void close() {
        senders.forEach(Thread::interrupt);
    }
}
