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

    private final Runnable question;
    private final Queue<Consumer<Duration>> waiting = new ArrayDeque<>();

    /** The events, the oldest, that the question under way is for; a later one may be of an epoch that began after it. */
    private int asked;

    /** @param question asks the register; {@link #end} follows */
    UnknownEpochs(Runnable question) {
        this.question = question;
    }

    boolean hasRoom() {
        return waiting.size() < MAX_WAITING;
    }

    void add(Consumer<Duration> event) {
        waiting.add(event);
        ask();
    }

    /** The question was answered, or was not: hands on the events that it was for, and asks for those that came later. */
    void end(Duration at) {
        for (; asked > 0; asked--) {
            waiting.remove().accept(at);
        }
        ask();
    }

    private void ask() {
        if (asked == 0 && !waiting.isEmpty()) {
            asked = waiting.size();
            question.run();
        }
    }
}
