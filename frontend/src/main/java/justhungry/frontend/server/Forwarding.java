package justhungry.frontend.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import justhungry.api.Envelope;
import justhungry.api.Limits;
import justhungry.api.Reply;

/**
 * Brings requests to the primary. A lone one is sent by its own thread. Otherwise a few senders each take all that wait into
 * one call, so that under load a call carries many. What brought no final reply is sent again, the very same envelope, until
 * its client's deadline.
 */
final class Forwarding implements AutoCloseable {
    private static final int SENDERS = 4;

    /** What one sender takes: all of them together fill a call, so none holds everybody's requests while others idle. */
    private static final int MOST_PER_CALL = Limits.REQUESTS_PER_CALL / SENDERS;

    /** How soon a request is tried again where it failed; at once when there is a new route. */
    private static final Duration RETRY_AFTER = Duration.ofMillis(25);

    private final WaitingRequests waiting = new WaitingRequests();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Signpost signpost;
    private final List<Thread> senders;

    Forwarding(Signpost signpost) {
        this.signpost = signpost;
        this.senders = IntStream.rangeClosed(1, SENDERS)
                .mapToObj(number -> new Thread(this::send, "sender-" + number))
                .toList();
    }

    void start() {
        senders.forEach(sender -> {
            sender.setDaemon(true);
            sender.start();
        });
    }

    /** Blocks for {@code most} at the most, and always has a reply. */
    Reply forward(Envelope envelope, Duration most) {
        long start = System.nanoTime();
        var request = new Pending(envelope);
        try {
            if (underWay.getAndIncrement() == 0) { // Nobody to share a call with: no sender has to wake up first.
                signpost.route().carry(List.of(request));
            }
            if (!request.isDone()) {
                waiting.add(request);
            }
            return request.await(most.minusNanos(System.nanoTime() - start));
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
        long turns = signpost.turns();
        signpost.route().carry(requests);
        var again = requests.stream().filter(request -> !request.isDone()).toList();
        if (!again.isEmpty()) {
            waiting.putBack(again);
            signpost.awaitTurn(turns, RETRY_AFTER);
        }
    }

    @Override
    public void close() {
        senders.forEach(Thread::interrupt);
    }
}
