package justhungry.cli.command;

/** The command line is wrong. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    UsageException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong with it, in one line. */
    String reason() {
        return reason;
    }
}
