package justhungry.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Delays, loses, repeats and reorders messages, some by so much that their callers ask again; links can be cut, one way or both. */
final class Network {
    /** How long a caller waits until its call is known to have failed, when nothing comes back. */
    private static final Duration UNANSWERED = Duration.ofSeconds(2);

    private static final Duration QUICKEST = Duration.ofNanos(50_000);

    private final Simulation simulation;
    private final Set<String> cut = new HashSet<>();
    private double loss;
    private double lateness;
    private Duration slowest = Duration.ofMillis(2);

    Network(Simulation simulation) {
        this.simulation = simulation;
    }

    void becomeBad() {
        loss = 0.05;
        lateness = 0.05;
        slowest = Duration.ofMillis(100);
    }

    /** Nothing is lost, but much comes when nobody expects it any more. */
    void becomeLate() {
        lateness = 0.5;
    }

    void heal() {
        loss = 0;
        lateness = 0;
        slowest = Duration.ofMillis(2);
        cut.clear();
    }

    void cut(String from, String to) {
        cut.add(from + ">" + to);
    }

    /**
     * Makes a call.
     *
     * @param work done at the other side, when the call arrives there; it hands its answer to what it is given
     */
    <A> void call(Endpoint from, Endpoint to, Consumer<Consumer<A>> work, Consumer<A> onAnswer, Failure onFailure) {
        var settled = new Once();
        carry(from, to, () -> {
            if (!to.isUp()) {
                carry(to, from, () -> settled.run(() -> from.deliver(onFailure::ended)));
                return;
            }
            to.deliver(() -> work.accept(answer ->
                    carry(to, from, () -> settled.run(() -> from.deliver(() -> onAnswer.accept(answer))))));
        });
        simulation.after(UNANSWERED, () -> settled.run(() -> from.deliver(onFailure::unanswered)));
    }

    private void carry(Endpoint from, Endpoint to, Runnable arrival) {
        if (cut.contains(from.name() + ">" + to.name()) || simulation.chance(loss)) {
            return;
        }
        var longest = simulation.chance(lateness) ? UNANSWERED : slowest;
        simulation.after(simulation.between(QUICKEST, longest), arrival);
        if (simulation.chance(loss / 4)) {
            simulation.after(simulation.between(QUICKEST, UNANSWERED), arrival);
        }
    }

    /** A process that calls and is called. */
    interface Endpoint {
        String name();

        boolean isUp();

        /** Does the work now, or after a pause, or never if the process ends first. */
        void deliver(Runnable work);
    }

    /** How a call can fail. */
    interface Failure {
        /** Nobody listens there. */
        void ended();

        /** Nothing came back. */
        void unanswered();
    }

    /** Lets the first of several run. */
    private static final class Once {
        private boolean done;

        void run(Runnable work) {
            if (!done) {
                done = true;
                work.run();
            }
        }
    }
}
