package justhungry.cli.replay;

import java.util.List;
import java.util.Optional;
import justhungry.cli.script.Fault;

/** Something that happened during a run. Times are nanoseconds since the run began. */
public sealed interface Event {
    /** When it was over; of a fault, when it began. */
    long at();

    /** A request of the script is settled. */
    record Answered(Exchange exchange) implements Event {
        @Override
        public long at() {
            return exchange.times().end();
        }
    }

    /** A request that is in no line of the script: it asks how things stand before the first and after the last one. */
    record Looked(Exchange exchange) implements Event {
        @Override
        public long at() {
            return exchange.times().end();
        }
    }

    /**
     * A fault is about to strike, if its target is there; what it does may be seen before it is known to have
     * {@linkplain Struck struck}.
     *
     * @param line of the script
     */
    record Striking(int line, Fault fault, String target, long at) implements Event {}

    /**
     * A fault has struck.
     *
     * @param line of the script
     * @param names of the processes
     * @param at when it was about to
     */
    record Struck(int line, Fault fault, String target, List<String> names, long at) implements Event {}

    /**
     * A front end stands otherwise than before.
     *
     * @param epoch of the view that it goes by
     * @param primary of that view
     * @param answers whether that primary answers its heartbeat
     */
    record Stands(long epoch, Optional<String> primary, boolean answers, long at) implements Event {
        /** Whether only the time differs. */
        boolean sameAs(Stands other) {
            return epoch == other.epoch && primary.equals(other.primary) && answers == other.answers;
        }
    }

    /** A repeat begins: the requests that are settled from here to its end are its own. */
    record RepeatBegan(int line, int turns, long at) implements Event {}

    /** All turns of a repeat are over. */
    record RepeatEnded(int line, long at) implements Event {}
}
