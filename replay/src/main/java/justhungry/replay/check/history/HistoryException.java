package justhungry.replay.check.history;

/** An error in a history. The message is one line: the file, the position, and what was expected. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1;

    public HistoryException(String message) {
        super(message);
    }
}
