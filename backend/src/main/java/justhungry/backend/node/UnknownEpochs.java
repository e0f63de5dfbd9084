package justhungry.backend.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The events of epochs that this back end does not know: they wait for the answer of the register, which has one question
 * at a time to answer. Owned by the node.
 */
final class UnknownEpochs {
    /** The most events that wait. A snapshot's chunk may be among them, and anybody can send one. */
    static final int MAX_WAITING = 16;

    private final Queue<Consumer<Duration>> waiting = new ArrayDeque<>();

    /** The events, the oldest, that the question under way is for; a later one may be of an epoch that began after it. */
    private int asked;

    boolean hasRoom() {
        return waiting.size() < MAX_WAITING;
    }

    void add(Consumer<Duration> event) {
        waiting.add(event);
    }

    /** Begins a question, and returns true, if something waits and none is under way. */
    boolean begin() {
        if (asked > 0 || waiting.isEmpty()) {
            return false;
        }
        asked = waiting.size();
        return true;
    }

    /** The question was answered, or was not: hands on the events that it was for. */
    void end(Duration at) {
        for (; asked > 0; asked--) {
            waiting.remove().accept(at);
        }
    }
}
