package justhungry.client;

import java.time.Duration;
import justhungry.api.shop.Request;

/** A listener to the progress of a request, for the person who waits for it. */
public interface ProgressListener {
    /** A call with this request takes longer than usual. Called by a different thread than the one that waits. */
    void onSlowCall(Request request);

    /** It is not known whether an update took effect; it is sent again with the same id. */
    void onUncertainOutcome();

    /**
     * No front end has given an answer that settles the request; a pause follows.
     *
     * @param attempt the next attempt, counted from 1
     * @param attempts their number
     * @param reason what was found instead
     */
    void onRetry(int attempt, int attempts, Duration pause, String reason);

    /** The listener of an unattended program: it ignores everything. */
    ProgressListener SILENT = new ProgressListener() {
        @Override
        public void onSlowCall(Request request) {}

        @Override
        public void onUncertainOutcome() {}

        @Override
        public void onRetry(int attempt, int attempts, Duration pause, String reason) {}
    };
}
