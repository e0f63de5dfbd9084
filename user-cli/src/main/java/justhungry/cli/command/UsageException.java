package justhungry.cli.command;

/** An error in the command line. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    UsageException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The error, in one line. */
    String reason() {
        return reason;
    }
}
