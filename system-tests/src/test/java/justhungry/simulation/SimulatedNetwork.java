package justhungry.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A network that delays, loses, repeats and reorders messages, some by so much that their callers try again; links can
 * be cut in one direction or both.
 */
final class SimulatedNetwork {
    /** The time after which a call without an answer fails. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration MIN_DELAY = Duration.ofNanos(50_000);

    private final SimulationScheduler simulation;
    private final Set<String> cut = new HashSet<>();
    private double loss;
    private double lateness;
    private Duration maxDelay = Duration.ofMillis(2);

    SimulatedNetwork(SimulationScheduler simulation) {
        this.simulation = simulation;
    }

    void becomeBad() {
        loss = 0.05;
        lateness = 0.05;
        maxDelay = Duration.ofMillis(100);
    }

    /** Loses nothing, but delivers many messages when they are no longer expected. */
    void becomeLate() {
        lateness = 0.5;
    }

    void heal() {
        loss = 0;
        lateness = 0;
        maxDelay = Duration.ofMillis(2);
        cut.clear();
    }

    void cut(String from, String to) {
        cut.add(from + ">" + to);
    }

    /**
     * Makes a call.
     *
     * @param work runs at the other side, when the call arrives there, and passes its answer to the consumer
     */
    <A> void call(Endpoint from, Endpoint to, Consumer<Consumer<A>> work, Consumer<A> onAnswer, CallFailure onFailure) {
        var settled = new FirstOnly();
        carry(from, to, () -> {
            if (!to.isUp()) {
                carry(to, from, () -> settled.run(() -> from.deliver(onFailure::ended)));
                return;
            }
            to.deliver(() -> work.accept(answer ->
                    carry(to, from, () -> settled.run(() -> from.deliver(() -> onAnswer.accept(answer))))));
        });
        simulation.after(CALL_TIMEOUT, () -> settled.run(() -> from.deliver(onFailure::unanswered)));
    }

    private void carry(Endpoint from, Endpoint to, Runnable arrival) {
        if (cut.contains(from.name() + ">" + to.name()) || simulation.chance(loss)) {
            return;
        }
        var longest = simulation.chance(lateness) ? CALL_TIMEOUT : maxDelay;
        simulation.after(simulation.between(MIN_DELAY, longest), arrival);
        if (simulation.chance(loss / 4)) {
            simulation.after(simulation.between(MIN_DELAY, CALL_TIMEOUT), arrival);
        }
    }

    /** A process that makes and receives calls. */
    interface Endpoint {
        String name();

        boolean isUp();

        /** Does the work now, or after a pause, or never if the process ends first. */
        void deliver(Runnable work);
    }

    /** The handler of a failed call. */
    interface CallFailure {
        /** The other process has ended. */
        void ended();

        /** There was no answer in time. */
        void unanswered();
    }

    /** A guard that lets only the first of several actions run. */
    private static final class FirstOnly {
        private boolean done;

        void run(Runnable work) {
            if (!done) {
                done = true;
                work.run();
            }
        }
    }
}
