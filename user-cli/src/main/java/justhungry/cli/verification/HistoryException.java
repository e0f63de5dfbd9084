package justhungry.cli.verification;

/** A history does not parse. The message is one line: the file, the place in it, and what was expected there. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1;

    HistoryException(String message) {
        super(message);
    }
}
