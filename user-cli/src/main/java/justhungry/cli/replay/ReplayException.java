package justhungry.cli.replay;

/** A run cannot begin, or cannot go on. The message says why, and what to do. */
public final class ReplayException extends Exception {
    private static final long serialVersionUID = 1;

    ReplayException(String message) {
        super(message);
    }

    /** A cluster that does not come back is not asked hundreds of thousands of times more. */
    static ReplayException letDown(int line) {
        return new ReplayException(
                "line %d: the cluster did not carry out a request for a minute, so what follows was not sent"
                        .formatted(line));
    }
}
