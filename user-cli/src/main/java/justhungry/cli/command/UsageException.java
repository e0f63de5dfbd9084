package justhungry.cli.command;

/** An error in the command line. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    public UsageException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The error, in one line. */
    public String reason() {
        return reason;
    }
}
