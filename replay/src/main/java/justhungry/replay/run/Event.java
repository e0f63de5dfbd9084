package justhungry.replay.run;

import java.util.List;
import java.util.Optional;
import justhungry.replay.script.model.Fault;

/** An event of a run. Times are in nanoseconds since the start of the run. */
public sealed interface Event {
    /** The time of its end; for a fault, of its start. */
    long at();

    /** The completion of a request of the script. */
    record Answered(Exchange exchange) implements Event {
        @Override
        public long at() {
            return exchange.times().end();
        }
    }

    /**
     * The answer to a request that is not in the script: it reads the state before the first step or after the last.
     */
    record Looked(Exchange exchange) implements Event {
        @Override
        public long at() {
            return exchange.times().end();
        }
    }

    /**
     * The start of a fault, if its target exists; its effects may be seen before it is {@linkplain Struck injected}.
     *
     * @param line of the script
     */
    record Striking(int line, Fault fault, String target, long at) implements Event {}

    /**
     * A fault that has been injected.
     *
     * @param line of the script
     * @param names of the processes
     * @param at the time at which its injection started
     */
    record Struck(int line, Fault fault, String target, List<String> names, long at) implements Event {}

    /**
     * A change of a front end's status.
     *
     * @param epoch of the view that it uses
     * @param primary of that view
     * @param answers whether that primary answers its heartbeat
     */
    record Stands(long epoch, Optional<String> primary, boolean answers, long at) implements Event {
        /** Whether nothing but the time differs. */
        boolean sameAs(Stands other) {
            return epoch == other.epoch && primary.equals(other.primary) && answers == other.answers;
        }
    }

    /** The start of a repeat. All requests that complete before its end belong to it. */
    record RepeatBegan(int line, int turns, long at) implements Event {}

    /** The end of all iterations of a repeat. */
    record RepeatEnded(int line, long at) implements Event {}
}
