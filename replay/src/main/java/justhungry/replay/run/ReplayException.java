package justhungry.replay.run;

/** The failure of a run to start or to continue. The message says why, and what to do. */
public final class ReplayException extends Exception {
    private static final long serialVersionUID = 1;

    ReplayException(String message) {
        super(message);
    }

    /** The end of a run whose cluster does not come back: the rest, perhaps millions of requests, is not sent. */
    static ReplayException clusterUnavailable(int line) {
        return new ReplayException(
                "line %d: for a minute the cluster did not carry out this request, so the rest was not sent; status shows why"
                        .formatted(line));
    }
}
