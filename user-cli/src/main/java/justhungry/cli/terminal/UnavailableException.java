package justhungry.cli.terminal;

/** A failure that ends the terminal. */
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnavailableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The reason, and what to do, for a person. */
    String reason() {
        return reason;
    }
}
