package justhungry.replay.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import justhungry.replay.script.model.FaultType;

/** An event of a run. Times are in nanoseconds since the start of the run. */
public sealed interface RunEvent {
    /** The time of its end; for a fault, of its start. */
    long at();

    void deliverTo(RunListener listener) throws IOException;

    /**
     * The first try of a run that nobody answered; it tries again.
     *
     * @param reason what was found instead of an answer
     * @param timeout the time after which the run gives up, without that of the tries themselves
     */
    record StartDelayed(String reason, Duration timeout, long at) implements RunEvent {
        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onStartDelayed(this);
        }
    }

    /** The completion of a request of the script. */
    record RequestCompleted(RequestRecord request) implements RunEvent {
        @Override
        public long at() {
            return request.times().end();
        }

        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onRequestCompleted(request);
        }
    }

    /** The answer to a read that is sent again because the response is not as expected. */
    record PollAnswered(RequestRecord request) implements RunEvent {
        @Override
        public long at() {
            return request.times().end();
        }

        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onPollAnswered(request);
        }
    }

    /**
     * The answer to a request that is not in the script: it reads the state before the first step or after the last.
     */
    record AuditAnswered(RequestRecord request) implements RunEvent {
        @Override
        public long at() {
            return request.times().end();
        }

        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onAuditAnswered(request);
        }
    }

    /**
     * The start of a fault, whose target is known; its effects may be seen before it is {@linkplain FaultInjected injected}.
     *
     * @param line of the script
     * @param names of the processes
     */
    record FaultStarting(int line, FaultType fault, String target, List<String> names, long at) implements RunEvent {
        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onFaultStarting(this);
        }
    }

    /**
     * A fault that has been injected.
     *
     * @param line of the script
     * @param names of the processes
     * @param at the time at which its injection started
     */
    record FaultInjected(int line, FaultType fault, String target, List<String> names, long at) implements RunEvent {
        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onFaultInjected(this);
        }
    }

    /**
     * A change of a front end's status.
     *
     * @param epoch of the view that it uses
     * @param primary of that view
     * @param primaryAnswers whether that primary answers its heartbeat
     */
    record StatusChanged(long epoch, Optional<String> primary, boolean primaryAnswers, long at) implements RunEvent {
        /** Whether nothing but the time differs. */
        boolean hasSameStatus(StatusChanged other) {
            return epoch == other.epoch && primary.equals(other.primary) && primaryAnswers == other.primaryAnswers;
        }

        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onStatusChanged(this);
        }
    }

    /**
     * The end of a run in which requests are still waiting.
     *
     * @param silentSince the time since when they have waited without an answer to any
     */
    record StillWaiting(long silentSince, long at) implements RunEvent {
        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onStillWaiting(this);
        }
    }

    /** The start of a repeat. All requests that complete before its end belong to it. */
    record RepeatStarted(int line, int iterations, long at) implements RunEvent {
        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onRepeatStarted(this);
        }
    }

    /** The end of all iterations of a repeat. */
    record RepeatEnded(int line, long at) implements RunEvent {
        @Override
        public void deliverTo(RunListener listener) throws IOException {
            listener.onRepeatEnded(this);
        }
    }
}
