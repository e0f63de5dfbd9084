package justhungry.frontend.forwarding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The requests that no sender has taken yet, oldest first. The server bounds their number. Its monitor
 * guards it.
 */
final class ForwardQueue {
    private final Deque<ForwardedRequest> waiting = new ArrayDeque<>();

    synchronized void add(ForwardedRequest request) {
        waiting.addLast(request);
        notify();
    }

    /** Puts requests that must be sent again before all others, in their order. */
    synchronized void putBack(List<ForwardedRequest> requests) {
        for (int i = requests.size() - 1; i >= 0; i--) {
            waiting.addFirst(requests.get(i));
        }
        notifyAll();
    }

    /** The client no longer waits. */
    synchronized void remove(ForwardedRequest request) {
        waiting.remove(request);
    }

    /** Takes all that wait, but at most {@code max}, and a traced one alone; waits until there is one. */
    synchronized List<ForwardedRequest> take(int max) throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        var taken = new ArrayList<ForwardedRequest>();
        do {
            taken.add(waiting.removeFirst());
        } while (taken.size() < max && canFollow(taken.get(0)));
        return taken;
    }

    private boolean canFollow(ForwardedRequest first) {
        return !waiting.isEmpty() && !first.isTraced() && !waiting.getFirst().isTraced();
    }
}
